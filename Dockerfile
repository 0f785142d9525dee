# Debian rather than Alpine: sharp and Next ship faster binaries for glibc.
FROM node:20-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY . .
# The same steps as npm start takes: dependencies, then the admin.
RUN node -e "import('./bin/setUp.mjs').then(async (s) => { const o = { root: '/app', log: console.log }; await s.ensureDependencies(o); await s.ensureBuild(o); }).catch((error) => { console.error(error.message); process.exit(1); })" \
  && npm prune --omit=dev --no-audit --no-fund \
  && rm -rf .next/cache

FROM node:20-slim
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 DATA_DIR=/data PORT=3000
COPY --from=build --chown=node:node /app ./
RUN mkdir /data && chown node:node /data /app
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: the signal to stop reaches the server itself.
CMD ["node", "--import", "./bin/registerTypeScript.mjs", "src/server.ts"]
