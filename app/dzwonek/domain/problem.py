"""What can go wrong in a way that an operator or an administrator can act on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Code(StrEnum):
    """Names one kind of trouble; its title and advice stand in `ui/words.py`."""

    # pictures
    CAPTURE_WAYLAND = "capture_wayland"
    CAPTURE_MACOS = "capture_macos"
    CAPTURE_NO_DISPLAY = "capture_no_display"
    CAPTURE_BLACK = "capture_black"
    CAPTURE_LOCKED = "capture_locked"
    CAPTURE_DISCONNECTED = "capture_disconnected"
    CAPTURE_SECURE_DESKTOP = "capture_secure_desktop"
    CAPTURE_PROTECTED = "capture_protected"
    CAPTURE_REMOTE = "capture_remote"
    CAPTURE_FAILED = "capture_failed"
    CAPTURE_SWITCHED_OFF = "capture_switched_off"
    PICTURE_UNREADABLE = "picture_unreadable"
    PICTURE_TOO_LARGE = "picture_too_large"
    PICTURE_REFUSED = "picture_refused"
    PICTURES_TOO_MANY = "pictures_too_many"
    CLIPBOARD_WITHOUT_PICTURE = "clipboard_without_picture"
    # hotkeys
    HOTKEY_TAKEN = "hotkey_taken"
    HOTKEY_NOT_ON_LAYOUT = "hotkey_not_on_layout"
    HOTKEY_INVALID = "hotkey_invalid"
    HOTKEY_RESERVED = "hotkey_reserved"
    HOTKEY_REMOTE_DESKTOP = "hotkey_remote_desktop"
    HOTKEY_UNAVAILABLE_WAYLAND = "hotkey_unavailable_wayland"
    HOTKEY_UNAVAILABLE = "hotkey_unavailable"
    # Daktela
    DAKTELA_NOT_CONFIGURED = "daktela_not_configured"
    DAKTELA_ADDRESS_INVALID = "daktela_address_invalid"
    DAKTELA_NOT_A_DAKTELA = "daktela_not_a_daktela"
    DAKTELA_UNREACHABLE = "daktela_unreachable"
    DAKTELA_CERTIFICATE = "daktela_certificate"
    DAKTELA_LATE = "daktela_late"
    DAKTELA_NOT_SIGNED_IN = "daktela_not_signed_in"
    DAKTELA_WRONG_PASSWORD = "daktela_wrong_password"
    DAKTELA_NO_RIGHT = "daktela_no_right"
    DAKTELA_BUSY = "daktela_busy"
    DAKTELA_ANSWER_UNKNOWN = "daktela_answer_unknown"
    # keyring and keys
    KEYRING_MISSING = "keyring_missing"
    KEYRING_LOCKED = "keyring_locked"
    KEYRING_LATE = "keyring_late"
    KEYRING_REFUSED = "keyring_refused"
    QUEUE_KEY_IN_FILE = "queue_key_in_file"
    QUEUE_KEY_UNREACHABLE = "queue_key_unreachable"
    QUEUE_KEY_FORBIDDEN = "queue_key_forbidden"
    # disk and store
    DISK_FULL = "disk_full"
    DISK_READ_ONLY = "disk_read_only"
    DISK_FAILED = "disk_failed"
    STORE_NEWER = "store_newer"
    SEALED_FILE_DAMAGED = "sealed_file_damaged"
    STORE_REBUILT = "store_rebuilt"
    STORE_ON_NETWORK = "store_on_network"
    STORE_READ_ONLY = "store_read_only"
    OUTBOX_TROUBLED = "outbox_troubled"
    REPORT_UNKNOWN = "report_unknown"
    REPORT_BUSY = "report_busy"
    REPORT_FOREIGN = "report_foreign"
    TICKET_INVALID = "ticket_invalid"
    TICKET_OWN_CODE = "ticket_own_code"
    # mail
    MAIL_NOT_CONFIGURED = "mail_not_configured"
    MAIL_ADDRESS_INVALID = "mail_address_invalid"
    MAIL_HOST_UNKNOWN = "mail_host_unknown"
    MAIL_UNREACHABLE = "mail_unreachable"
    MAIL_LATE = "mail_late"
    MAIL_NOT_ADMITTED = "mail_not_admitted"
    MAIL_GARBLED = "mail_garbled"
    MAIL_CERTIFICATE = "mail_certificate"
    MAIL_TLS_FAILED = "mail_tls_failed"
    MAIL_STARTTLS_MISSING = "mail_starttls_missing"
    MAIL_NOT_LOOPBACK = "mail_not_loopback"
    MAIL_PROXY_LOGIN = "mail_proxy_login"
    MAIL_PROXY_REFUSED = "mail_proxy_refused"
    MAIL_PROXY_FAILED = "mail_proxy_failed"
    MAIL_PASSWORD_MISSING = "mail_password_missing"
    MAIL_LOGIN_WANTED = "mail_login_wanted"
    MAIL_LOGIN_REFUSED = "mail_login_refused"
    MAIL_BASIC_RETIRED = "mail_basic_retired"
    MAIL_SENDER_REFUSED = "mail_sender_refused"
    MAIL_RECIPIENT_REFUSED = "mail_recipient_refused"
    MAIL_TOO_BIG = "mail_too_big"
    MAIL_CONTENT_REFUSED = "mail_content_refused"
    MAIL_TRY_LATER = "mail_try_later"
    MAIL_UNCERTAIN = "mail_uncertain"
    CHANNEL_NOT_BUILT = "channel_not_built"
    # places in the network
    TARGET_UNKNOWN = "target_unknown"
    TARGET_UNREACHABLE = "target_unreachable"
    TARGET_LATE = "target_late"
    TARGET_TLS_FAILED = "target_tls_failed"
    # settings, policy, profile
    SETTINGS_UNREADABLE = "settings_unreadable"
    SETTINGS_UNKNOWN_KEY = "settings_unknown_key"
    SETTINGS_INVALID_VALUE = "settings_invalid_value"
    SETTINGS_NOT_SAVED = "settings_not_saved"
    SETTINGS_LOCKED = "settings_locked"
    POLICY_UNREADABLE = "policy_unreadable"
    POLICY_INVALID_VALUE = "policy_invalid_value"
    POLICY_RECIPIENTS_INVALID = "policy_recipients_invalid"
    POLICY_FOLDER_SHARED = "policy_folder_shared"
    PROFILE_UNKNOWN = "profile_unknown"
    # what a report still lacks
    KIND_MISSING = "kind_missing"
    DESCRIPTION_MISSING = "description_missing"
    OCCURRENCE_MISSING = "occurrence_missing"
    AGENT_MISSING = "agent_missing"
    NAMES_MISSING = "names_missing"
    SYSTEM_MISSING = "system_missing"
    TIME_UNCLEAR = "time_unclear"
    TIME_AHEAD = "time_ahead"
    TIME_SKIPPED = "time_skipped"
    INQUIRY_TEXT_MISSING = "inquiry_text_missing"
    EMAIL_MISSING = "email_missing"
    EMAIL_INVALID = "email_invalid"
    TEXT_TOO_LONG = "text_too_long"
    ATTACHMENT_UNREADABLE = "attachment_unreadable"
    ATTACHMENT_TOO_LARGE = "attachment_too_large"
    FILE_NOT_WRITTEN = "file_not_written"
    CLOCK_DOUBTED = "clock_doubted"
    # desktop
    NO_DISPLAY = "no_display"
    NO_TRAY = "no_tray"
    NO_NOTICES = "no_notices"
    AUTOSTART_FAILED = "autostart_failed"
    AUTOSTART_FOR_ALL = "autostart_for_all"
    AUTOSTART_SWITCHED_OFF = "autostart_switched_off"
    LINK_FAILED = "link_failed"
    UNEXPECTED = "unexpected"
    INSTANCE_NOT_CLAIMED = "instance_not_claimed"
    INSTANCE_SILENT = "instance_silent"
    MAIL_PROGRAM_MISSING = "mail_program_missing"
    MAIL_PROGRAM_FAILED = "mail_program_failed"
    MAIL_PROGRAM_CLOSED = "mail_program_closed"
    MAIL_PROGRAM_LATE = "mail_program_late"
    MAIL_PROGRAM_LEFT = "mail_program_left"


@dataclass(frozen=True, slots=True)
class Problem:
    """One trouble and the plain values that its words name; never a sentence."""

    code: Code
    values: Mapping[str, str | int] = field(default_factory=dict)


class ProblemError(Exception):
    """Carries a `Problem` upwards to the one who can tell a person about it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code.value)
        self.problem = problem


def trouble(code: Code, **values: str | int) -> ProblemError:
    """Make the error for `raise trouble(Code.X, host=…) from error`."""
    return ProblemError(Problem(code, values))
