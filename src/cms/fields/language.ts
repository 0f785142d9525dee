import type { SelectField } from 'payload';

import { LANGUAGES } from '../../domain/languages';

export function language({ description }: { description: string }): SelectField {
  return {
    name: 'language',
    type: 'select',
    defaultValue: 'en',
    options: [...LANGUAGES],
    admin: { description },
  };
}
