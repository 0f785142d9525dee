import { withPayload } from '@payloadcms/next/withPayload';

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  // One copy of Payload in the process: a minified second one loses error messages and field
  // details (payload-traps 18), and the server and the admin must share one instance.
  serverExternalPackages: ['payload', '@payloadcms/db-mongodb', '@payloadcms/graphql'],
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
};

export default withPayload(nextConfig, { devBundleServerPackages: false });
