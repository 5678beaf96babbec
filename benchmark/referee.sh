#!/usr/bin/env bash
# Starts the application for the speed referee, which hands over its parts by environment (SFTP_*, BROKER_URL, JDBC_URL, ENGAGE_URL,
# API_KEY). Needs target/engage-routes.jar (mvn package). More flags for the JVM in JAVA_OPTS. As the referee's contender:
#   READY_LINE="Started EngageRoutes" ./run.sh "external:<project>/benchmark/referee.sh" poslog 50000 0
set -euo pipefail
cd "$(dirname "$0")/.."
export ENGAGE_BASE_URL=${ENGAGE_URL%/api/*} ENGAGE_API_KEY=$API_KEY
export SPRING_ARTEMIS_BROKER_URL=$BROKER_URL SPRING_DATASOURCE_URL=$JDBC_URL
state=$(mktemp -d)
trap 'rm -rf "$state"' EXIT
known_hosts=$state/known_hosts
# the shipped flow, kamelets and policies, and no source but the referee's
mkdir -p "$state/routes"
cp -r routes/{policies.camel.yaml,flows,kamelets,layouts,data} benchmark/sources benchmark/layouts "$state/routes/"
ssh-keyscan -p "$SFTP_PORT" "$SFTP_HOST" >"$known_hosts" 2>/dev/null
INTAKE_ROUTES=$state/routes ENGAGE_URL='' SFTP_USERNAME=$SFTP_USER SFTP_KNOWN_HOSTS=$known_hosts REFEREE_FOLDER=${SFTP_DIR#/} SERVER_PORT=${SERVER_PORT:-18080} \
  exec java -Xmx1g -XX:+UseParallelGC ${JAVA_OPTS:-} -jar target/engage-routes.jar \
  --spring.config.additional-location=file:benchmark/referee.yaml
