import { createServer, type Server } from 'node:http';

import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

import { areaOf } from './areaOf';

/** What the delivery API knows of itself. */
export interface DeliveryFigures {
  sequence: number;
  silentMs: number | null;
  cacheBytes: number;
  cacheEntries: number;
  /** Since the start, answered from memory. */
  fromMemory: number;
  /** Since the start, built for a reader. */
  built: number;
}

export interface Metrics {
  /** Measures each request that comes by. */
  measure: RequestHandler;
  /** Serves `/metrics` on a port of its own. */
  listen: (port: number, host: string | null) => Promise<Server>;
}

const NOT_FOUND = 404;
const OK = 200;
const FAILED = 500;

/**
 * Figures for Prometheus: the process, requests by area and status, and what `delivery` and
 * `publications` tell when they are asked for.
 */
export function openMetrics({
  delivery,
  newestSequence,
  publications,
  onError,
}: {
  delivery: () => DeliveryFigures | null;
  /** The newest event in the database; how far delivery lags behind is told from it. */
  newestSequence: () => Promise<number>;
  /** In the text format of Prometheus. */
  publications: () => Promise<string>;
  onError: (error: unknown) => void;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'standfirst_http_request_seconds',
    help: 'Requests that were not answered from memory, by area, method and status.',
    labelNames: ['area', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3, 10],
    registers,
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const sequence = gauge('standfirst_delivery_sequence', 'The last event applied.');
  const behind = gauge('standfirst_delivery_events_behind', 'Events not yet applied.');
  const silent = gauge('standfirst_delivery_silent_seconds', 'Since the database was heard of.');
  const cacheBytes = gauge('standfirst_delivery_cache_bytes', 'Memory that kept answers take.');
  const cacheEntries = gauge('standfirst_delivery_cache_entries', 'Answers kept.');
  const answers = new Gauge({
    name: 'standfirst_delivery_answers_total',
    help: 'Answers since the start, from memory or built.',
    labelNames: ['source'],
    registers,
  });

  const text = async (): Promise<string> => {
    const figures = delivery();
    if (figures) {
      sequence.set(figures.sequence);
      behind.set(Math.max(0, (await newestSequence()) - figures.sequence));
      silent.set((figures.silentMs ?? 0) / 1000);
      cacheBytes.set(figures.cacheBytes);
      cacheEntries.set(figures.cacheEntries);
      answers.set({ source: 'memory' }, figures.fromMemory);
      answers.set({ source: 'built' }, figures.built);
    }
    return `${await registry.metrics()}${await publications()}`;
  };

  return {
    measure: (req, res, next) => {
      const labels = { area: areaOf(req.path), method: methodOf(req.method) };
      const done = seconds.startTimer(labels);
      res.once('close', () => done({ status: String(res.statusCode) }));
      next();
    },
    listen: (port, host) => {
      const server = createServer((req, res) => {
        const answer = (status: number, body: string) => {
          res.writeHead(status, { 'content-type': Registry.PROMETHEUS_CONTENT_TYPE }).end(body);
        };
        if (req.url?.split('?')[0] !== '/metrics') return answer(NOT_FOUND, '');
        text().then(
          (body) => answer(OK, body),
          (error: unknown) => {
            onError(error);
            answer(FAILED, '');
          },
        );
      });
      return new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, ...(host ? { host } : {}) }, () => resolve(server));
      });
    },
  };
}

/** Clients may send any word; figures have few. */
function methodOf(method: string): string {
  return ['GET', 'HEAD', 'POST', 'PATCH', 'PUT', 'DELETE', 'OPTIONS'].includes(method)
    ? method
    : 'other';
}
