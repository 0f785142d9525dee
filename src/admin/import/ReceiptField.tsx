'use client';

import { useField } from '@payloadcms/ui';

import type { Receipt } from '../../domain/formats/Receipt';
import { useWords } from '../words/useWords';
import { ReceiptList } from './ReceiptList';

import './import.css';

/** The receipt of the import that an article came from, where it came from one. */
export function ReceiptField({ path }: { path: string }) {
  const { value } = useField<Receipt | null>({ path });
  const { say } = useWords();
  return Array.isArray(value) ? (
    <ReceiptList receipt={value} title={say('import:otherwise')} />
  ) : null;
}
