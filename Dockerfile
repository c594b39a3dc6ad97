# Builds and serves API, H5 and office console in one image. The database is another container: docker-compose.yml.
FROM node:24-bookworm-slim AS build
WORKDIR /srv/jiati
COPY . .
RUN npm run build

FROM node:24-bookworm-slim
WORKDIR /srv/jiati
RUN mkdir /srv/data && chown node:node /srv/data
COPY --from=build --chown=node:node /srv/jiati /srv/jiati
USER node
ENV HOST=0.0.0.0 PORT=4780 NODE_ENV=production
EXPOSE 4780
CMD ["node", "tools/start/bootstrap.mjs", "start"]
