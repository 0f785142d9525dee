import { connect } from 'node:net';
import { performance } from 'node:perf_hooks';

export interface LoadResult {
  requests: number;
  seconds: number;
  p50Ms: number;
  p99Ms: number;
  statuses: Record<string, number>;
}

/**
 * Asks for paths at random over kept-alive connections, one request at a time on each. It reads
 * only status and Content-Length, so that it costs little beside the server it measures.
 */
export async function load({
  port,
  paths,
  headers,
  connections,
  ms,
}: {
  port: number;
  paths: readonly string[];
  /** Sent with the request for the path; a function, because a 304 needs each path's own tag. */
  headers: (path: string) => string;
  connections: number;
  ms: number;
}): Promise<LoadResult> {
  const requests = paths.map((path) =>
    Buffer.from(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers(path)}\r\n`),
  );
  const latencies: number[] = [];
  const statuses: Record<string, number> = {};
  const startedAt = performance.now();
  const deadline = startedAt + ms;
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((resolve, reject) => {
          const socket = connect(port, '127.0.0.1');
          socket.setNoDelay(true);
          let sentAt = 0;
          let missing = -1;
          let head = '';
          const ask = () => {
            sentAt = performance.now();
            if (sentAt >= deadline) return socket.end();
            missing = -1;
            head = '';
            socket.write(requests[Math.floor(Math.random() * requests.length)]!);
          };
          socket.on('connect', ask);
          socket.on('error', reject);
          socket.on('close', () => resolve());
          socket.on('data', (chunk) => {
            if (missing < 0) {
              head += chunk.toString('latin1');
              const end = head.indexOf('\r\n\r\n');
              if (end < 0) return;
              const status = head.slice(9, 12);
              statuses[status] = (statuses[status] ?? 0) + 1;
              const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
              const expected = status === '304' ? 0 : Number(length ?? 0);
              missing = expected - (head.length - end - 4);
            } else {
              missing -= chunk.length;
            }
            if (missing > 0) return;
            latencies.push(performance.now() - sentAt);
            ask();
          });
        }),
    ),
  );
  latencies.sort((one, other) => one - other);
  const at = (part: number) => latencies[Math.floor(latencies.length * part)] ?? NaN;
  return {
    requests: latencies.length,
    seconds: (performance.now() - startedAt) / 1000,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    statuses,
  };
}
