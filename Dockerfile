# Mineclue beside a PostgreSQL with PostGIS: give DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET and MINECLUE_KEY.
# Without DATABASE_URL the embedded trial database lives in the volume /mineclue/.data.
FROM node:24-bookworm-slim
ENV NEXT_TELEMETRY_DISABLED=1
WORKDIR /mineclue
COPY package.json package-lock.json ./
RUN npm ci --include=dev --no-audit --no-fund
COPY . .
RUN node lib/start/launch.mjs --build && mkdir -p .data && chown -R node:node .data .next
USER node
VOLUME /mineclue/.data
EXPOSE 3000
HEALTHCHECK CMD node -e "fetch('http://localhost:'+(process.env.PORT||3000)+'/api/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["node", "lib/start/launch.mjs"]
