#!/usr/bin/env bash
# The main job by curl: register an exhibit in the Netherlands, upload a file in two pieces, take it in Germany, read its
# custody, export it for a court and verify the bundle offline. Needs bash, curl, python3, and a demonstration server:
#
#   make run          (in another terminal)
#   docs/api-guide.sh [http://localhost:8000]
#
# docs/api-guide.md explains each step.
set -euo pipefail

server=${1:-http://localhost:8000}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# field NAME: one value out of the JSON on standard input, by path: items.0.id
field() { python3 -c 'import functools, json, sys
value = functools.reduce(lambda at, key: at[int(key) if isinstance(at, list) else key], sys.argv[1].split("."), json.load(sys.stdin))
print("" if value is None else value)' "$1"; }

# as TOKEN METHOD PATH [curl options]: a refusal ends the script and shows the problem
as() {
  local token=$1 method=$2 path=$3; shift 3
  curl --silent --show-error --fail-with-body --request "$method" --header "Authorization: Bearer $token" "$@" "$server$path"
}

sign_in() {
  curl --silent --show-error --fail-with-body --json "{\"email\":\"$1\",\"password\":\"lantern\"}" "$server/api/tokens" | field access_token
}

echo "1. Sign in: a token lives ten minutes"
noor=$(sign_in noor@nl.demo)
lena=$(sign_in lena@de.demo)
auditor=$(sign_in auditor@jit.demo)
jit=$(as "$noor" GET /api/jits | field items.0.id)

echo "2. Register an exhibit, released to Germany as held and to nobody else"
exhibit=$(as "$noor" POST "/api/jits/$jit/evidence" --json '{
  "title": "Disk of the second server", "kind": "image", "category": "disk_image",
  "acquired_at": "2026-11-20T09:30:00+01:00", "acquired_zone": "Europe/Amsterdam",
  "acquired_by": "R. de Vries, Politie Rotterdam", "place": "Rotterdam, Waalhaven 12",
  "legal_basis": "Art. 125i Sv", "handling": ["H0"], "tlp": "AMBER",
  "releases": [{"party": "DE", "level": "held"}]}')
id=$(field id <<<"$exhibit")
echo "   $(field exhibit_number <<<"$exhibit")"

echo "3. Upload in two pieces; the first ends early, HEAD says where to go on (tus 1.0)"
head -c 3145728 /dev/urandom >"$work/server.dd"
sha256=$(sha256sum "$work/server.dd" | cut -d' ' -f1)
as "$noor" POST "/api/jits/$jit/evidence/$id/files" --output /dev/null --dump-header "$work/created" \
  --header 'Tus-Resumable: 1.0.0' --header "Upload-Length: $(stat -c %s "$work/server.dd")" \
  --header "Upload-Metadata: filename $(printf server.dd | base64),sha256 $(printf %s "$sha256" | base64 -w0)"
file=$(sed -n 's/^location: *//Ip' "$work/created" | tr -d '\r' | sed "s#^https\?://[^/]*##")
# piece FROM TO: the bytes between the two
piece() {
  head -c "$2" "$work/server.dd" | tail -c +"$(($1 + 1))" | as "$noor" PATCH "$file" --data-binary @- --output /dev/null \
    --header 'Tus-Resumable: 1.0.0' --header "Upload-Offset: $1" --header 'Content-Type: application/offset+octet-stream'
}
piece 0 2000000
as "$noor" HEAD "$file" --head --header 'Tus-Resumable: 1.0.0' >"$work/where"
offset=$(sed -n 's/^upload-offset: *//Ip' "$work/where" | tr -d '\r')
echo "   the server has $offset bytes"
piece "$offset" 3145728

echo "4. Germany takes the original, saying why; the fact is recorded before the first byte"
opening=$(as "$lena" POST "/api/jits/$jit/evidence/$id/openings" --json '{
  "act": "take", "purpose": "JIT_PURPOSE", "justification": "Comparison with the Kassel server", "acknowledged": true,
  "custodian": "Lena, Kassel police", "file_number": "7741 Js 118/26"}')
as "$lena" GET "$(field files.0.link <<<"$opening")" --output "$work/taken.dd"
echo "$sha256  $work/taken.dd" | sha256sum --check --quiet && echo "   the hash is the same"

echo "5. Custody: who did what"
as "$noor" GET "/api/jits/$jit/evidence/$id/custody" >"$work/custody.json"
python3 -c 'import json, sys
for one in json.load(open(sys.argv[1]))["items"]: print("  ", one["at"], one["seat"], one["kind"])' "$work/custody.json"

echo "6. A court bundle, made by the auditor of the team"
export=$(as "$auditor" POST "/api/jits/$jit/exports" --json "{\"profile\":\"court\",\"scope\":{\"evidence\":\"$id\"}}" | field id)
for _ in $(seq 1 120); do
  state=$(as "$auditor" GET "/api/jits/$jit/exports/$export" | field state)
  case $state in ready) break ;; failed) echo "the export failed" >&2; exit 1 ;; esac
  sleep 0.5
done
as "$auditor" GET "/api/jits/$jit/exports/$export/bundle" --output "$work/bundle.zip"
(cd "$work" && python3 -m zipfile -e bundle.zip bundle)

echo "7. Verify it offline, with the standard library alone (exit 3: intact, by the bundle's own keys)"
bag=$(dirname "$(find "$work/bundle" -name bagit.txt)")
code=0; python3 "$bag/data/verify.py" "$bag" || code=$?
[ "$code" = 0 ] || [ "$code" = 3 ]
echo "Done."
