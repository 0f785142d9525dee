'use client';

import {
  FormSubmit,
  toast,
  useAuth,
  useConfig,
  useDocumentInfo,
  useForm,
  useFormModified,
} from '@payloadcms/ui';
import { useRouter } from 'next/navigation';
import { useState } from 'react';

import { hasRole, type Role } from '../../domain/workflow/Role';

interface ActionAnswer {
  editionNumber?: number;
  errors?: { message: string; data?: { issues?: { message: string }[] } }[];
}

/** Saves what is on the page as a draft, then publishes exactly that, or says all that is missing. */
export function PublishButton() {
  const { id, incrementVersionCount, setMostRecentVersionIsAutosaved } = useDocumentInfo();
  const { submit } = useForm();
  const isModified = useFormModified();
  const { config } = useConfig();
  const { user } = useAuth<{ id: string; roles?: Role[] }>();
  const router = useRouter();
  const [isBusy, setBusy] = useState(false);

  if (!id || !hasRole(user?.roles ?? [], 'editor')) return null;
  const article = `${config.routes.api}/articles/${id}`;

  const publish = async () => {
    setBusy(true);
    try {
      if (isModified) {
        const saved = await submit({
          action: `${article}?draft=true&depth=0`,
          method: 'PATCH',
          overrides: { _status: 'draft' },
          skipValidation: true,
        });
        if (!saved?.res?.ok) return;
        setMostRecentVersionIsAutosaved(false);
      }
      const response = await fetch(`${article}/actions/publish`, {
        method: 'POST',
        credentials: 'include',
        headers: { 'content-type': 'application/json' },
        body: '{}',
      });
      const answer = (await response.json()) as ActionAnswer;
      if (response.ok) {
        incrementVersionCount();
        toast.success(`Published: edition ${answer.editionNumber ?? ''} is live.`);
        router.refresh();
        return;
      }
      const [error] = answer.errors ?? [];
      const issues = error?.data?.issues ?? [];
      toast.error(issues.length > 0 ? 'Not published. Before it can go out:' : 'Not published.', {
        description:
          issues.length > 0 ? (
            <ul>
              {issues.map(({ message }) => (
                <li key={message}>{message}</li>
              ))}
            </ul>
          ) : (
            (error?.message ?? 'The server did not answer. Try again.')
          ),
        duration: 20_000,
      });
    } catch {
      toast.error('Not published: the server cannot be reached. Your text is still here. Try again.');
    } finally {
      setBusy(false);
    }
  };

  return (
    <FormSubmit buttonId="action-publish" disabled={isBusy} onClick={() => void publish()} type="button">
      {isBusy ? 'Publishing…' : 'Publish'}
    </FormSubmit>
  );
}
