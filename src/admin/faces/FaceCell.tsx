'use client';

import type { DefaultCellComponentProps } from 'payload';

import { useWords } from '../words/useWords';

import './faces.css';

/** Says in lists what waits for an editor. */
export function FaceCell({ cellData }: DefaultCellComponentProps) {
  const { say } = useWords();
  return cellData ? <span className="face-pill">{say('face:waits')}</span> : null;
}
