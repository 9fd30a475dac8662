#!/usr/bin/env bash
# OpenSC's own tools, unmodified, read and use the virtual card through the private pcscd.
# usage, inside `private-pcscd run`: opensc_tools.sh PRIVATE_PCSCD MADOGUCHI_SIM PERSONA_FOLDER
set -euo pipefail
private_pcscd=$1 simulator=$2 persona=$3

. "$(dirname "$0")/virtual_card.sh"

start_card() {
    "$private_pcscd" card "$simulator" card --persona "$persona" --state "$work/state" --inserted \
        < "$work/commands" > "$work/said" &
    card_process=$!
    exec 3> "$work/commands"
    wait_for 90 card_said inserted || fail "the card was not inserted"
    wait_for 5 reader_shows Yes || fail "pcscd does not see the card"
}
pin_of() { sed -n "s/^$1 *= *\"\(.*\)\"/\1/p" "$persona/persona.toml"; }
tries_left() { tool pkcs15-tool --list-pins | sed -n "/\[User Authentication PIN\]/,/^\$/s/.*Tries left *: //p"; }
sign() { tool pkcs11-tool --sign --id 01 --mechanism SHA256-RSA-PKCS --pin "$1" -i "$work/data" -o "$work/signature"; }
signature_holds_for() { openssl dgst -sha256 -verify "$work/key" -signature "$work/signature" "$1" > /dev/null 2>&1; }

timeout 90 "$simulator" issuer --state "$work/state" > /dev/null
start_card

certificates=$(tool pkcs15-tool --list-certificates)
for label in "User Authentication Certificate" "User Authentication Certificate CA" \
    "Digital Signature Certificate" "Digital Signature Certificate CA"; do
    grep -qF "X.509 Certificate [$label]" <<< "$certificates" || fail "no $label"
done
passed "pkcs15-tool lists the four certificates"

pins=$(tool pkcs15-tool --list-pins)
grep -qF "PIN [User Authentication PIN]" <<< "$pins" || fail "no authentication PIN"
grep -qF "PIN [Digital Signature PIN]" <<< "$pins" || fail "no signature PIN"
[ "$(tries_left)" = 3 ] || fail "a new card has three tries"
passed "pkcs15-tool lists the PINs and their tries left"

tool pkcs15-tool --read-certificate 1 > "$work/read"
openssl x509 -in "$work/read" -out "$work/certificate"
cat "$work"/state/anchors/user-authentication/*.pem > "$work/anchors"
openssl verify -CAfile "$work/anchors" "$work/certificate" > /dev/null || fail "certificate not trusted"
openssl x509 -in "$work/certificate" -pubkey -noout > "$work/key"
passed "pkcs15-tool reads the authentication certificate, and openssl trusts it by the issuer's anchor"

if tool pkcs15-tool --read-certificate 2 > /dev/null; then
    fail "the signature certificate was read without its PIN"
fi
passed "the signature certificate is not given without its PIN"

echo "a challenge" > "$work/data"
echo "another challenge" > "$work/other"
sign "$(pin_of authentication)" > /dev/null || fail "pkcs11-tool does not sign"
signature_holds_for "$work/data" || fail "the signature does not verify"
if signature_holds_for "$work/other"; then fail "the signature verifies for other data"; fi
passed "pkcs11-tool signs with the authentication key, and openssl verifies exactly that"

if sign 0000 > /dev/null; then fail "a wrong PIN was accepted"; fi
[ "$(tries_left)" = 2 ] || fail "a wrong PIN must cost one try"
sign "$(pin_of authentication)" > /dev/null
[ "$(tries_left)" = 3 ] || fail "the right PIN must give the tries back"
passed "a wrong PIN costs one try, the right one gives it back"

if sign 0000 > /dev/null; then fail "a wrong PIN was accepted"; fi
echo remove >&3
wait_for 5 reader_shows No || fail "the card did not leave"
if tool pkcs15-tool --list-pins > /dev/null; then fail "PINs of no card"; fi
echo insert >&3
wait_for 5 reader_shows Yes || fail "the card did not come back"
[ "$(tries_left)" = 2 ] || fail "the counter did not survive power-off"
passed "a card taken out and put back keeps its counter"

tool pkcs15-tool --read-certificate 1 > /dev/null &
reading=$!
sleep 0.05
kill -KILL "$card_process"
wait "$card_process" 2> /dev/null || true
wait_for 15 bash -c "! kill -0 $reading 2> /dev/null" || fail "a torn card hangs the reader"
wait_for 5 reader_shows No || fail "a dead card stays present"
exec 3>&-
sleep 0.6 # pcscd's polling interval: it must see the torn card gone before another comes
start_card
[ "$(tries_left)" = 2 ] || fail "the counter did not survive the card's process"
passed "a card that dies in a command hangs nobody, and its counter survives"

"$private_pcscd" restart
echo remove >&3
wait_for 10 card_said removed || fail "the card did not leave the dead daemon"
echo insert >&3
wait_for 10 reader_shows Yes || fail "the card did not come back to the new daemon"
sign "$(pin_of authentication)" > /dev/null || fail "no signature after the daemon's restart"
passed "after the daemon's restart the card signs again"
echo "all $checks checks passed"
