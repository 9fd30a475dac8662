#!/usr/bin/env bash
# OpenSC's own tools, unmodified, on every kind of card that has the 公的個人認証AP; other cards are none of theirs.
# usage, inside `private-pcscd run`: opensc_kinds.sh PRIVATE_PCSCD MADOGUCHI_SIM PERSONA_FOLDER
set -euo pipefail
private_pcscd=$1 simulator=$2 persona=$3

. "$(dirname "$0")/virtual_card.sh"

put_on_reader() {
    echo "kind $1" >&3
    wait_for 60 card_said "kind $1" || fail "$1: not made"
    wait_for 5 reader_shows No || fail "$1: the card before it stays"
    echo insert >&3
    wait_for 5 card_said inserted || fail "$1: not inserted"
    wait_for 5 reader_shows Yes || fail "$1: pcscd does not see the card"
}

pin=$(sed -n 's/^authentication *= *"\(.*\)"/\1/p' "$persona/persona.toml")
echo "a challenge" > "$work/data"
lists_pins() { tool pkcs15-tool --list-pins | grep -qF "PIN [User Authentication PIN]"; }
tries_left() { tool pkcs15-tool --list-pins | sed -n "/\[User Authentication PIN\]/,/^\$/s/.*Tries left *: //p"; }
reads_certificate() {
    tool pkcs15-tool --read-certificate 1 > "$work/read"
    openssl x509 -in "$work/read" -pubkey -noout > "$work/key" 2> /dev/null
}
signs() {
    rm -f "$work/signature"
    tool pkcs11-tool --sign --id 01 --mechanism SHA256-RSA-PKCS --pin "$pin" -i "$work/data" -o "$work/signature" > /dev/null
}
signature_holds() {
    openssl dgst -sha256 -verify "$work/key" -signature "$work/signature" "$work/data" > /dev/null 2>&1
}

# Every card that OpenSC can use: PINs listed, certificate read, a signature that verifies.
is_usable() {
    [ "$(tries_left)" = 3 ] || fail "$1: a new card has three tries"
    reads_certificate || fail "$1: no certificate"
    signs || fail "$1: pkcs11-tool does not sign"
    signature_holds || fail "$1: the signature does not verify"
}
is_readable_only() {
    [ "$(tries_left)" = 0 ] || fail "$1: a blocked PIN has no try"
    reads_certificate || fail "$1: no certificate"
    if signs; then fail "$1: signed with a blocked PIN"; fi
}
# OpenSC takes a next-generation card's P-384 keys for RSA and asks for what they cannot do.
is_readable_without_signing() {
    [ "$(tries_left)" = 3 ] || fail "$1: a new card has three tries"
    reads_certificate || fail "$1: no certificate"
    if signs; then fail "$1: OpenSC signed with a P-384 key"; fi
    [ "$(tries_left)" = 3 ] || fail "$1: the refused signature cost a try"
}
# The phone gives its certificate after the PIN only, so there is no key here to verify with.
is_phone() {
    lists_pins || fail "$1: no PIN"
    if reads_certificate; then fail "$1: the certificate was read without its PIN"; fi
    signs || fail "$1: pkcs11-tool does not sign"
    [ "$(stat -c %s "$work/signature")" = 256 ] || fail "$1: no signature"
}
is_no_card_of_theirs() {
    if lists_pins; then fail "$1: taken for a My Number card"; fi
}

"$private_pcscd" card "$simulator" card --persona "$persona" --state "$work/state" \
    < "$work/commands" > "$work/said" &
card_process=$!
exec 3> "$work/commands"
wait_for 90 card_said ready || fail "the simulator did not start"

mapfile -t kinds < <("$simulator" kinds | cut -d ' ' -f 1)
[ "${#kinds[@]}" -gt 40 ] || fail "the simulator lists ${#kinds[@]} kinds"
for kind in "${kinds[@]}"; do
    put_on_reader "$kind"
    case $kind in
        driving-licence | residence-card | passport | transit | credit-card | blank) expected=is_no_card_of_theirs ;;
        # OpenSC asks for the counters when it binds to a card, and takes none without them.
        pinless-absent) expected=is_no_card_of_theirs ;;
        pinless-blocked | pin-blocked) expected=is_readable_only ;;
        next-generation*) expected=is_readable_without_signing ;;
        phone-*) expected=is_phone ;;
        *) expected=is_usable ;;
    esac
    "$expected" "$kind"
    passed "$kind: $expected"
done
echo quit >&3
wait "$card_process"
card_process=
echo "all $checks kinds behaved"
