#!/bin/sh
# Makes the certificates with which PostgreSQL and the object store of compose.yaml are recognised: once, before the first
# start, and again before they end after two years. Run as root, because each key belongs to the user of its container alone.
#   sudo deploy/certificates.sh
# The key of the authority is destroyed at the end, so nobody can issue another certificate that the program accepts.
set -eu
umask 077
cd "$(dirname "$0")"
folder=${1:-certificates}
days=730
new=$(mktemp -d)
trap 'rm -rf "$new"' EXIT
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -days "$days" -subj "/CN=Liaison containers" \
  -addext "basicConstraints=critical,CA:TRUE,pathlen:0" -addext "keyUsage=critical,keyCertSign" \
  -keyout "$new/ca.key" -out "$new/ca.pem" 2>/dev/null
for name in database objects; do
  openssl req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -sha256 -subj "/CN=$name" \
    -keyout "$new/$name.key" -out "$new/$name.csr" 2>/dev/null
  printf 'subjectAltName=DNS:%s\nbasicConstraints=critical,CA:FALSE\nextendedKeyUsage=serverAuth\n' "$name" >"$new/$name.ext"
  openssl x509 -req -sha256 -days "$days" -in "$new/$name.csr" -extfile "$new/$name.ext" \
    -CA "$new/ca.pem" -CAkey "$new/ca.key" -set_serial "0x$(openssl rand -hex 16)" -out "$new/$name.pem" 2>/dev/null
done
chmod 0644 "$new"/*.pem
# The users of the two containers: compose.yaml names them.
chown 999:999 "$new/database.key"
chown 1000:1000 "$new/objects.key"
mkdir -p "$folder"
chmod 0755 "$folder"
for name in ca.pem database.pem database.key objects.pem objects.key; do mv -f "$new/$name" "$folder/$name"; done
echo "The certificates are in $(pwd)/$folder. They end in $days days."
