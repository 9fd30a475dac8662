#!/usr/bin/env bash
# madoguchi-sim card lists its exchanges by header and size, at the speed of a link, and never their data.
# usage, inside `private-pcscd run`: exchange_list_test.sh PRIVATE_PCSCD MADOGUCHI_SIM PERSONA_FOLDER
set -euo pipefail
private_pcscd=$1 simulator=$2 persona=$3

. "$(dirname "$0")/virtual_card.sh"

"$private_pcscd" card "$simulator" card --persona "$persona" --state "$work/state" --inserted --link 848 \
    --exchanges "$work/exchanges" <"$work/commands" >"$work/said" &
card_process=$!
exec 3>"$work/commands"
wait_for 90 reader_shows Yes || fail "pcscd does not see the card"

# 公的個人認証AP, the authentication PIN (not presented: the query is its header alone), a wrong PIN of four digits.
timeout 30 opensc-tool --send-apdu 00:A4:04:0C:0A:D3:92:F0:00:26:01:00:00:00:01 --send-apdu 00:20:00:98 \
    --send-apdu 00:20:00:98:04:30:30:30:30 >/dev/null
[ "$(tail -n 3 "$work/exchanges")" = $'00A4040C 15 2\n00200098 4 2\n00200098 9 2' ] ||
    fail "not the exchanges that were had: $(tail -n 3 "$work/exchanges")"
if grep -qvE '^[0-9A-F]{8} [0-9]+ [0-9]+$' "$work/exchanges"; then fail "more than header and sizes"; fi
echo "quit" >&3
wait "$card_process"
card_process=
echo "the exchanges are listed without their data"
