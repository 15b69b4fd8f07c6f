# The site and the indexer in one image. docker-compose.yml runs them beside Meilisearch.
FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production NPM_CONFIG_UPDATE_NOTIFIER=false

# The image has Node 24 itself, so the optional package `node` is left out.
# Not `npm ci`: it asks the lock file for the optional packages of every platform, which npm install leaves out of it.
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --omit=optional --no-save && npm cache clean --force

COPY engine engine
COPY indexer indexer
COPY server server
COPY views views
COPY seeds seeds

# Compiled code is kept here from one start to the next.
RUN mkdir -p node_modules/.cache && chown node:node node_modules/.cache

# A volume that is mounted here for the first time takes over this folder's owner.
RUN mkdir /data && chown node:node /data
ENV DATA_DIR=/data
USER node
EXPOSE 3000
CMD ["node", "server/start.js"]
