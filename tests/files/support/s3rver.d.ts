/** It has no types of its own: what the tests use of it. */
declare module '@20minutes/s3rver' {
  interface Options {
    port: number;
    address: string;
    silent: boolean;
    allowMismatchedSignatures: boolean;
    directory: string;
    configureBuckets: { name: string; configs: string[] }[];
  }
  const S3rver: new (options: Options) => {
    run: () => Promise<{ port: number }>;
    close: () => Promise<void>;
  };
  export default S3rver;
}
