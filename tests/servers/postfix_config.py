"""How our Postfix is set up: who may send, who receives, and who is refused with what."""

from __future__ import annotations

SUPPORT = "pomoc@support.test"
SENDER = "dzwonek@firma.test"
USER, PASSWORD = "dzwonek@firma.test", "zażółć-123"
OWNER = 65534  # nobody: whose the delivered mail is
SIZE_LIMIT = 10_000_000
FAULTS = {
    "grey@support.test": "451 4.7.1 Greylisted, come again",
    "full@support.test": "452 4.2.2 Mailbox full",
    "policy@support.test": "554 5.7.1 Not wanted here",
    "bye@support.test": "421 4.3.0 Going down",
    "busy@support.test": "432 4.3.2 Concurrent connections limit exceeded",
}
MAIN = """
compatibility_level = 3.6
queue_directory = {home}/spool
data_directory = {home}/lib
maillog_file = {home}/mail.log
maillog_file_prefixes = {home}
myhostname = poczta.firma.test
myorigin = $myhostname
mydestination =
local_recipient_maps =
alias_maps =
inet_interfaces = loopback-only
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
default_transport = error:no way out of here
relay_transport = error:no way out of here
virtual_transport = virtual
virtual_mailbox_domains = {domains}
virtual_mailbox_base = {home}/mail
virtual_mailbox_maps = texthash:{home}/etc/mailboxes
virtual_uid_maps = static:{owner}
virtual_gid_maps = static:{owner}
virtual_minimum_uid = 1
transport_maps = texthash:{home}/etc/transports
virtual_alias_maps = texthash:{home}/etc/copies
lmtp_destination_concurrency_limit = 1
message_size_limit = {limit}
virtual_mailbox_limit = 0
smtpd_tls_chain_files = {home}/etc/key.pem, {home}/etc/chain.pem
smtpd_tls_auth_only = yes
smtpd_sasl_path = smtpd
cyrus_sasl_config_path = {home}/etc/sasl
smtpd_sasl_local_domain = firma.test
smtpd_sender_login_maps = inline:{{ inny@firma.test=inny@firma.test }}
smtpd_recipient_restrictions =
  reject_known_sender_login_mismatch, check_recipient_access texthash:{home}/etc/faults,
  permit_sasl_authenticated, $plain_permission, reject
plain_permission =
smtpd_relay_restrictions = permit_mynetworks, reject
smtpd_client_connection_count_limit = 0
smtpd_client_connection_rate_limit = 0
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
"""
MASTER = """
127.0.0.1:{starttls} inet n - n - - smtpd
  -o smtpd_tls_security_level=may -o smtpd_sasl_auth_enable=yes
127.0.0.1:{tls} inet n - n - - smtpd
  -o smtpd_tls_wrappermode=yes -o smtpd_sasl_auth_enable=yes
127.0.0.1:{plain} inet n - n - - smtpd
  -o plain_permission=permit_mynetworks
postlog unix-dgram n - n - 1 postlogd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
showq unix n - n - - showq
error unix - - n - - error
retry unix - - n - - error
discard unix - - n - - discard
virtual unix - n n - - virtual
lmtp unix - - n - - lmtp
anvil unix - - n - 1 anvil
"""
SASL = """
pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {home}/etc/sasl/sasldb2
mech_list: PLAIN LOGIN
"""
