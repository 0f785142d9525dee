'use client';

import type { DefaultCellComponentProps } from 'payload';

import { Ago } from './Ago';

/** A time in a list of the panel. */
export function AgoCell({ cellData }: DefaultCellComponentProps) {
  return typeof cellData === 'string' ? <Ago at={cellData} /> : null;
}
