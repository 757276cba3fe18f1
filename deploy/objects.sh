#!/bin/sh
# An S3 store with one identity and one bucket. Whoever runs a store already leaves this out and names it in compose.yaml.
set -eu
cat >/tmp/s3.json <<JSON
{"identities":[{"name":"liaison","credentials":[{"accessKey":"$AWS_ACCESS_KEY_ID","secretKey":"$AWS_SECRET_ACCESS_KEY"}],"actions":["Read","Write","List"]}]}
JSON
# Only the S3 interface is reachable from other containers, over TLS; the parts behind it have no passwords.
weed -logtostderr=true server -dir=/data -ip=127.0.0.1 -ip.bind=127.0.0.1 -s3 -s3.ip.bind=0.0.0.0 -s3.config=/tmp/s3.json \
  -s3.cert.file=/certificates/objects.pem -s3.key.file=/certificates/objects.key -s3.port.iceberg=0 -s3.port.lance=0 \
  -master.telemetry=false &
weed=$!
trap 'kill $weed' TERM INT
until echo "s3.bucket.create -name evidence" | weed shell -master=127.0.0.1:9333 >/dev/null 2>&1; do sleep 1; done
wait $weed
