# For shell tests that talk to a virtual card: sourced with private_pcscd set. Makes $work, ended with the card's process.
# shellcheck shell=bash

work=$(mktemp -d)
card_process=
cleanup() {
    [ -z "$card_process" ] || kill -KILL "$card_process" 2>/dev/null || true
    rm -rf "$work"
}
trap cleanup EXIT
mkfifo "$work/commands"

checks=0
fail() { echo "FAILED: $*" >&2; exit 1; }
passed() { checks=$((checks + 1)); echo "ok $checks: $*"; }
tool() { timeout 30 "$@" 2>&1; }

# wait_for SECONDS COMMAND...: until the command succeeds
wait_for() {
    local limit=$((SECONDS + $1))
    shift
    until "$@"; do
        [ "$SECONDS" -lt "$limit" ] || return 1
        sleep 0.05
    done
}
card_said() { [ "$(tail -n 1 "$work/said" 2>/dev/null)" = "$1" ]; }
reader_shows() { tool opensc-tool --list-readers | grep -q "^0 *$1"; }
