'use client';

import { useAuth } from '@payloadcms/ui';

import { may } from '../../domain/rights/rights';
import { NavLink } from '../page/NavLink';
import { useWords } from '../words/useWords';

/** The way to the import, for those who may make articles. */
export function ImportLink() {
  const { user } = useAuth();
  const { say } = useWords();
  return may(user, 'write') ? <NavLink path="/import" label={say('import:link')} /> : null;
}
