import { readdirSync, readFileSync } from 'node:fs';
import createNextIntlPlugin from 'next-intl/plugin';

const messages = new URL('./lib/i18n/messages/', import.meta.url);
const languages = readdirSync(messages).map((file) => file.replace('.json', ''));
const siteDown = languages.map((code) => {
  const { language, safety } = JSON.parse(readFileSync(new URL(`${code}.json`, messages), 'utf8'));
  return { code, dir: language.direction, stop: safety.stop, call: safety.standStillCall, text: language.siteDown };
});

// {s} stands for the tile server's subdomains.
const tileOrigin = new URL((process.env.TILE_URL || 'https://tile.openstreetmap.org').replace('{s}', '*')).origin;

// Next writes its hydration data as inline scripts; without nonces they need 'unsafe-inline'.
const contentSecurityPolicy = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === 'development' ? " 'unsafe-eval'" : ''}`,
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' data: blob: ${tileOrigin}`,
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const securityHeaders = {
  'Content-Security-Policy': contentSecurityPolicy,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'geolocation=(self), camera=(self), microphone=(), interest-cohort=()',
};

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  env: { SITE_DOWN: JSON.stringify(siteDown) },
  images: { unoptimized: true },
  serverExternalPackages: ['@electric-sql/pglite', '@electric-sql/pglite-postgis', '@node-rs/argon2', 'pg', 'pg-boss'],
  experimental: { globalNotFound: true, authInterrupts: true },
  // notFound() draws its page by script only; an address that no route knows gets a page that needs none.
  rewrites: async () => ({
    afterFiles: [
      { source: `/:word((?!(?:${languages.join('|')})$)[^/]+)`, destination: '/missing/without/a/language' },
    ],
  }),
  headers: async () => [
    { source: '/:path*', headers: Object.entries(securityHeaders).map(([key, value]) => ({ key, value })) },
  ],
};

export default createNextIntlPlugin('./lib/i18n/request.ts')(config);
