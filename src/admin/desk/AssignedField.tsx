'use client';

import { FieldDescription, FieldLabel, ReactSelect, useConfig, useField } from '@payloadcms/ui';
import type { RelationshipFieldClientComponent } from 'payload';
import { useEffect, useState } from 'react';

import type { Choice } from '../../domain/desk/Desk';
import { useWords } from '../words/useWords';

/** Who works on the article. The field of Payload would offer only accounts that one may read. */
export const AssignedField: RelationshipFieldClientComponent = ({ field, path, readOnly }) => {
  const { config } = useConfig();
  const { say } = useWords();
  const { value, setValue } = useField<string[]>({ path });
  const [people, setPeople] = useState<Choice[]>([]);
  const address = `${config.routes.api}/colleagues`;

  useEffect(() => {
    fetch(address, { credentials: 'include' })
      .then(async (response) => (response.ok ? ((await response.json()) as Choice[]) : []))
      .then(setPeople)
      .catch(() => setPeople([]));
  }, [address]);

  const options = people.map(({ id, name }) => ({ value: id, label: name }));
  const chosen = (Array.isArray(value) ? value : []).map(
    (id) => options.find((option) => option.value === id) ?? { value: id, label: id },
  );
  return (
    <div className="field-type assigned" id={`field-${path}`}>
      <FieldLabel htmlFor={`${path}-people`} label={say('assigned:label')} path={path} />
      <ReactSelect
        inputId={`${path}-people`}
        isMulti
        disabled={readOnly}
        options={options}
        placeholder={say('assigned:placeholder')}
        value={chosen}
        onChange={(picked) => setValue([picked].flat().map((option) => option?.value as string))}
      />
      <FieldDescription description={field.admin?.description} path={path} />
    </div>
  );
};
