#!/usr/bin/env bash
# Installs a package, starts what is in it, removes it, and looks at each step. As root, on a Debian machine that has
# no Verbatim: it says so and stops where it finds one.
#
#   packaging/debian/check.sh target/debian/verbatim_0.1.0-1_amd64.deb
#
# Where systemd runs, the unit is started; elsewhere the unit's command is, as the unit's user. Neither reaches Telegram:
# its address is set to one where nothing listens.
set -euo pipefail

package=$(realpath "${1:?name the package: check.sh FILE.deb}")
state=/var/lib/verbatim
port=18080

say() { printf '\n== %s\n' "$*"; }
fail() { echo "check failed: $*" >&2; exit 1; }
is() { [ "$2" = "$3" ] || fail "$1 is \`$2\`, not \`$3\`"; }

[ "$(id -u)" = 0 ] || fail "run it as root: it installs a package"
for path in /etc/verbatim.toml /etc/verbatim.env "$state" /usr/bin/verbatim; do
    [ ! -e "$path" ] || fail "\`$path\` exists: use a machine without Verbatim"
done

say "what Debian's own checker says"
if command -v lintian >/dev/null; then
    # The project has no mail address, and no bug tracker of Debian's.
    lintian --allow-root --fail-on error,warning \
        --suppress-tags bogus-mail-host,bogus-mail-host-in-debian-changelog,initial-upload-closes-no-bugs "$package"
else
    echo "lintian is not installed: not checked"
fi

say "install"
apt-get install --yes --no-install-recommends "$package"
is "the version" "$(verbatim --version | cut -d' ' -f1)" verbatim
is "the token's file" "$(stat -c '%a %U' /etc/verbatim.env)" "600 root"
is "the state folder" "$(stat -c '%a %U' "$state")" "750 verbatim"
is "the folder of interviews" "$(stat -c '%a %U %G' "$state/interviews")" "2770 verbatim verbatim"
dpkg-query --show --showformat='${Conffiles}\n' verbatim | grep -q '/etc/verbatim.toml' || fail "the settings are no conffile"
for page in verbatim verbatim-bot verbatim-ask; do
    [ -f "/usr/share/man/man1/$page.1.gz" ] || fail "there is no page \`$page\`"
done
bash -n /usr/share/bash-completion/completions/verbatim
if systemctl is-enabled verbatim 2>/dev/null | grep -qx enabled; then
    fail "the unit is enabled before there is a token"
fi

say "the unit"
systemd-analyze verify /usr/lib/systemd/system/verbatim.service
systemd-analyze security --offline=yes --threshold=20 /usr/lib/systemd/system/verbatim.service | tail -n 1

say "start"
cat >"$state/interviews/bees.txt" <<'END'
Claire Martin : Que retenez-vous de cette année ?

Jean Dupont : Les abeilles sont revenues dans la vallée. Nous ne l’espérions plus.
END
variables="TELOXIDE_TOKEN=1:check
VERBATIM_TELEGRAM__API_URL=http://127.0.0.1:9
VERBATIM_MONITOR__LISTEN=127.0.0.1:$port"
as_its_user=(setpriv --reuid verbatim --regid verbatim --init-groups --no-new-privs --bounding-set=-all --inh-caps=-all
    env --ignore-environment --chdir=/ "HOME=$state")
lives() {
    for _ in $(seq 50); do
        if (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'GET /healthz HTTP/1.0\r\n\r\n' >&3 && grep -q ' 200 ' <&3) 2>/dev/null; then
            return
        fi
        sleep 0.2
    done
    fail "the bot does not say that it lives"
}
if [ -d /run/systemd/system ]; then
    (umask 077; echo "$variables" >/etc/verbatim.env)
    systemctl start verbatim
    lives
    systemctl stop verbatim
    is "the unit's end" "$(systemctl show --property Result --value verbatim)" success
else
    echo "systemd does not run here: the unit's command is started as its user"
    command=$(sed -n 's/^ExecStart=//p' /usr/lib/systemd/system/verbatim.service)
    # shellcheck disable=SC2086 # both are several words
    "${as_its_user[@]}" XDG_DATA_HOME=/var/lib $variables $command &
    bot=$!
    trap 'kill "$bot" 2>/dev/null || true' EXIT
    lives
    kill -TERM "$bot"
    wait "$bot" || fail "the bot ended with $?"
fi
"${as_its_user[@]}" /usr/bin/verbatim report --config /etc/verbatim.toml
"${as_its_user[@]}" /usr/bin/verbatim backup "$state/backup" --config /etc/verbatim.toml
[ -d "$state/index" ] || fail "there is no index where the settings put it"
[ ! -e "$state/.local" ] || fail "something was written outside of the folders that are meant for it"

say "install again: what the owner wrote stays"
echo "# the owner's" >>/etc/verbatim.toml
echo "# the owner's" >>/etc/verbatim.env
apt-get install --yes --reinstall "$package"
is "the settings' end" "$(tail -n 1 /etc/verbatim.toml)" "# the owner's"
is "the token's end" "$(tail -n 1 /etc/verbatim.env)" "# the owner's"
is "the token's file" "$(stat -c '%a %U' /etc/verbatim.env)" "600 root"

say "remove"
apt-get remove --yes verbatim
[ ! -e /usr/bin/verbatim ] || fail "the program is still there"
[ -f /etc/verbatim.toml ] || fail "the settings went with the program"
apt-get purge --yes verbatim
[ ! -e /etc/verbatim.toml ] || fail "the settings are still there"
[ ! -e /etc/verbatim.env ] || fail "the token is still there"
[ -f "$state/interviews/bees.txt" ] || fail "an interview was deleted"

say "all is as it should be"
echo "left on this machine: $state, the user and the group \`verbatim\`"
echo "before another run: rm -r $state && userdel verbatim"
