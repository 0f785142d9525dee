import { withPayload } from '@payloadcms/next/withPayload';

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // One copy of Payload in the process: a minified second one loses error messages and field
  // details (payload-traps 18), and the server and the admin must share one instance.
  serverExternalPackages: [
    'payload',
    '@payloadcms/db-mongodb',
    '@payloadcms/graphql',
    // Half of it is never loaded, and none of it has to be bundled.
    '@aws-sdk/client-s3',
  ],
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  headers: () => [
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'same-origin' },
        // The panel shows previews in a frame of its own; no other site may frame it.
        { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
      ],
    },
  ],
};

export default withPayload(nextConfig, { devBundleServerPackages: false });
