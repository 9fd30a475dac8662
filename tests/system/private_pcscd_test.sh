#!/usr/bin/env bash
# The private pcscd itself: several at once, from a path with spaces, as a plain user, interrupted.
# usage: private_pcscd_test.sh PRIVATE_PCSCD
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/a path with spaces"
chmod 755 "$work" "$work/a path with spaces"
cp "$1" "$work/a path with spaces/"
private_pcscd="$work/a path with spaces/private-pcscd"

fail() { echo "FAILED: $*" >&2; exit 1; }
passed() { echo "ok: $*"; }
# The daemons whose parents are runs of this copy of the script.
left_over() { pgrep -f "$private_pcscd" > /dev/null; }
sees_reader='timeout 10 opensc-tool --list-readers | grep -q "Virtual PCD 00 00"'

timeout 60 "$private_pcscd" run bash -c "$sees_reader" || { status=$?; [ "$status" != 77 ] || exit 77; fail "no reader"; }
passed "the reader is there, from a path with spaces"

status=0
timeout 60 "$private_pcscd" run bash -c 'exit 42' || status=$?
[ "$status" = 42 ] || fail "the command's exit status became $status"
status=0
timeout 60 "$private_pcscd" run bash -c 'kill -KILL $$' || status=$?
[ "$status" = 137 ] || fail "a killed command became $status"
[ "$(echo text | timeout 60 "$private_pcscd" run cat)" = text ] || fail "standard input is not the command's"
passed "the command's exit status and standard input pass through"

timeout 60 "$private_pcscd" run bash -c "
    set -e
    '$private_pcscd' kill; ! $sees_reader
    '$private_pcscd' start; $sees_reader
    '$private_pcscd' restart; $sees_reader
    '$private_pcscd' kill TERM; '$private_pcscd' restart; $sees_reader" || fail "kill, start or restart"
passed "the daemon is killed and started again"

# What a killed daemon's last thread does on a loaded machine: it lets go of the card slot late.
holds_slot='import socket, time; s = socket.create_server(("127.0.0.1", 35963)); print(flush=True); time.sleep(1)'
timeout 60 "$private_pcscd" run bash -c "
    set -e
    '$private_pcscd' kill
    exec 3< <(exec '$private_pcscd' card python3 -c '$holds_slot'); read -r -u 3
    '$private_pcscd' start; $sees_reader" || fail "a card slot that is freed late"
passed "a start waits for the card slot"

timeout 60 "$private_pcscd" run bash -c "'$private_pcscd' card bash -c '
    exec 3<> /dev/tcp/127.0.0.1/35963'" || fail "the card slot is closed"
if timeout 60 "$private_pcscd" run bash -c 'exec 3<> /dev/tcp/127.0.0.1/35963' 2> /dev/null; then
    fail "the card slot can be reached from outside"
fi
passed "the card slot is open in the private network and nowhere else"

runs=()
for _ in 1 2 3; do
    timeout 60 "$private_pcscd" run bash -c "$sees_reader && sleep 1 && $sees_reader" &
    runs+=($!)
done
for run in "${runs[@]}"; do wait "$run" || fail "several at once"; done
passed "several run at once"

for signal in TERM HUP KILL; do
    "$private_pcscd" run bash -c "touch '$work/started'; sleep 60" &
    run=$!
    for _ in $(seq 200); do [ ! -e "$work/started" ] || break; sleep 0.05; done
    rm "$work/started"
    kill -"$signal" "$run"
    wait "$run" 2> /dev/null && fail "$signal was not noticed"
    for _ in $(seq 140); do left_over || break; sleep 0.05; done
    if left_over; then fail "processes stayed behind after $signal"; fi
done
passed "an interrupted run leaves nothing behind"

if [ "$(id -u)" = 0 ] && unshare --map-root-user true 2> /dev/null; then
    status=0
    timeout 60 setpriv --reuid 65534 --regid 65534 --clear-groups \
        "$private_pcscd" run bash -c "$sees_reader" || status=$?
    [ "$status" = 0 ] || [ "$status" = 77 ] || fail "as a plain user: $status"
    [ "$status" = 77 ] || passed "a plain user has one as well"
fi
