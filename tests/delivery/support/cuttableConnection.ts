import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

import type { Connection } from '../../../src/delivery/Connection';

export interface CuttableConnection {
  connection: Connection;
  /** Nothing passes any more and new connections are refused, as when a network cable is pulled. */
  cut: () => void;
  mend: () => Promise<void>;
  close: () => Promise<void>;
}

/** A second connection to the database of `connection`, through a wire that can be cut. */
export async function cuttableConnection(
  connection: Connection,
  mongoUri: string,
): Promise<CuttableConnection> {
  const target = new URL(mongoUri.replace('mongodb://', 'http://'));
  const sockets = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => wire.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const { port } = wire.address() as AddressInfo;
  const through = connection.base.createConnection(
    `mongodb://127.0.0.1:${port}/${connection.name}?directConnection=true`,
    { serverSelectionTimeoutMS: 500, heartbeatFrequencyMS: 500 },
  );
  await through.asPromise();
  const cut = () => {
    wire.close();
    for (const socket of sockets) socket.destroy();
  };
  return {
    connection: through,
    cut,
    mend: () => listen(port),
    close: async () => {
      await through.close(true);
      cut();
    },
  };
}
