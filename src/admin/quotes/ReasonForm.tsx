import { useId, useState } from 'react';

import { useWords } from '../words/useWords';

/** Asks why, before something is done that others will want to know the reason of. */
export function ReasonForm({
  label,
  confirm,
  isBusy,
  onConfirm,
  onCancel,
}: {
  label: string;
  /** What the button that does it says. */
  confirm: string;
  isBusy: boolean;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
}) {
  const { say } = useWords();
  const [reason, setReason] = useState('');
  const field = useId();
  return (
    <div className="reason">
      <label htmlFor={field}>{label}</label>
      <textarea
        autoFocus
        id={field}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Whatever this stands in stays open.
          event.preventDefault();
          onCancel();
        }}
        rows={2}
        value={reason}
      />
      <div className="quotations__buttons">
        <button
          className="quotations__accept"
          disabled={isBusy || !reason.trim()}
          onClick={() => onConfirm(reason.trim())}
          type="button"
        >
          {confirm}
        </button>
        <button onClick={onCancel} type="button">
          {say('dialog:cancel')}
        </button>
      </div>
    </div>
  );
}
