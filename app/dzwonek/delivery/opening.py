"""Get from nothing to a connection that is secure and logged in, or say at which step it failed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from dzwonek.delivery import classify, sasl, tunnel
from dzwonek.delivery.classify import Reply, Step
from dzwonek.delivery.server import SmtpServer, is_loopback_name
from dzwonek.delivery.session import RefusalError, SmtpSession
from dzwonek.domain.problem import Code, Problem, ProblemError

if TYPE_CHECKING:
    import ssl

    from dzwonek.delivery.conversation import Conversation
    from dzwonek.delivery.wire import Wire


class Opening:
    """The way from nothing to a logged-in connection."""

    def __init__(self, server: SmtpServer, talk: Conversation, wire: Wire) -> None:
        self.step = Step.CONNECT
        self._server = server
        self._talk = talk
        self._wire = wire
        self._secrets: tuple[str, ...] = ()
        # Without TLS the server is this computer itself, which no proxy could find.
        self._proxy = None if server.security == "none" else server.proxy

    @property
    def other_side(self) -> str:
        """Name the host that we speak to at this step."""
        is_proxy = self._proxy is not None and self.step is Step.PROXY
        return self._proxy.host if self._proxy and is_proxy else self._server.host

    def session(
        self,
        password: Callable[[], str | None],
        tls: Callable[[], ssl.SSLContext],
        proxy_password: Callable[[], str | None],
    ) -> SmtpSession:
        """Take every step; raises RefusalError or WireError."""
        server = self._server
        if not server.host or not server.sender:
            raise self._held(Code.MAIL_NOT_CONFIGURED)
        if server.security == "none" and not is_loopback_name(server.host):
            raise self._held(Code.MAIL_NOT_LOOPBACK)
        try:
            word = self._word(password)
            proxy_word = self._proxy_word(proxy_password)
            context = None if server.security == "none" else tls()
        except ProblemError as error:
            raise RefusalError(
                classify.held(error.problem.code, self.step, server.host, error.problem)
            ) from error
        self._reach(proxy_word)
        self._begin(context)
        if server.user:
            self._log_in(word)
        return SmtpSession(self._talk, server.host, self._secrets)

    def _word(self, password: Callable[[], str | None]) -> str:
        """Get the password before the server waits for it."""
        if not self._server.user:
            return ""
        word = password()
        if not word:
            raise self._held(Code.MAIL_PASSWORD_MISSING)
        self._secrets = sasl.secrets_in(self._server.user, word)
        return word

    def _proxy_word(self, proxy_password: Callable[[], str | None]) -> str:
        """Get the proxy's password, if it asks for one."""
        if self._proxy is None or not self._proxy.user:
            return ""
        word = proxy_password()
        if not word:
            told = {"host": self._proxy.host, "step": Step.PROXY.value}
            missing = Problem(Code.MAIL_PROXY_LOGIN, told)
            raise RefusalError(classify.held(missing.code, Step.PROXY, self._proxy.host, missing))
        return word

    def _reach(self, proxy_word: str) -> None:
        """Get a connection that ends at the mail server."""
        if self._proxy is None:
            self._enter(Step.CONNECT)
            self._wire.connect(self._server.host, self._server.port)
            return
        self._enter(Step.PROXY)
        request = tunnel.asked(self._server, self._proxy, proxy_word)
        self._wire.connect(self._proxy.host, self._proxy.port)
        self._wire.send(request)
        status, words = tunnel.answered(self._wire)
        if status // 100 != 2:
            secrets = (proxy_word, tunnel.basic(self._proxy.user, proxy_word)) if proxy_word else ()
            raise RefusalError(classify.of_proxy(status, words, self._proxy.host, secrets))

    def _begin(self, context: ssl.SSLContext | None) -> None:
        """Get to the EHLO after which everything may be said."""
        self._enter(Step.GREETING)
        if context is None and not self._wire.is_loopback():
            raise self._held(Code.MAIL_NOT_LOOPBACK)
        if context is not None and self._server.security != "starttls":
            self._secure(context)
            self._enter(Step.GREETING)
        self._want(self._talk.answer())
        self._greet()
        if context is not None and self._server.security == "starttls":
            self._start_tls(context)

    def _start_tls(self, context: ssl.SSLContext) -> None:
        """Ask for TLS, begin it and greet anew; without it nothing more is said."""
        self._enter(Step.STARTTLS)
        if not self._talk.has_extn("starttls"):
            raise self._held(Code.MAIL_STARTTLS_MISSING)
        self._want(self._talk.command("STARTTLS"))
        self._secure(context)
        self._talk.forget_greeting()
        self._greet()

    def _secure(self, context: ssl.SSLContext) -> None:
        self._enter(Step.TLS)
        self._wire.secure(context, self._server.host)

    def _greet(self) -> None:
        self._enter(Step.EHLO)
        self._want(self._talk.greet())

    def _log_in(self, word: str) -> None:
        """Say user and password once: a second try with another mechanism may lock an account."""
        self._enter(Step.AUTH)
        mechanisms = sasl.offered(self._talk.esmtp_features.get("auth", ""))
        if not mechanisms:
            raise self._held(Code.MAIL_LOGIN_REFUSED)
        first, *rest = sasl.lines(mechanisms[0], self._server.user, word)
        reply = self._talk.command(first)
        for line in rest:
            self._want(reply, 3)
            reply = self._talk.command(line)
        self._want(reply)

    def _enter(self, step: Step) -> None:
        self.step = step
        self._talk.allow(step)

    def _want(self, reply: Reply, wanted: int = 2) -> None:
        """Go on only with an answer of the wanted class."""
        if reply.code // 100 != wanted:
            outcome = classify.of_reply(reply, self.step, self._server.host, self._secrets)
            raise RefusalError(outcome)

    def _held(self, code: Code) -> RefusalError:
        return RefusalError(classify.held(code, self.step, self._server.host))
