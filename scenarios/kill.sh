#!/usr/bin/env bash
set -euo pipefail
usage() {
  cat <<'TEXT'
Usage: scenarios/kill.sh [seed]

Proves "nothing lost, nothing twice" with real processes: an Artemis broker, PostgreSQL, an SFTP server, the simulator of Engage and
the application's jar in production mode. 5,000 receipts come in by all three ways (3,000 in files, 1,000 JMS messages, 1,000 signed
callbacks) while the application is killed five times with SIGKILL, once of it while it reads a file and once while it starts, and the
broker and the database once each. In the end every receipt must be in Engage once, with the right total, and the ledger, the files
and the queues must add up. The logs of all processes are in target/kill.

The seed says who dies when; without one it is another one every time, and printed. Takes two to three minutes. Needs a package:
  mvn package -DskipTests
TEXT
}
case "${1:-}" in
  -h | --help) usage; exit ;;
  *[!0-9]*) usage >&2; exit 2 ;;
esac
cd "$(dirname "$0")/.."
exec mvn -q failsafe:integration-test failsafe:verify -Dit.test=KillIT ${1:+-Dkill.seed="$1"}
