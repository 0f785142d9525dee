import { CHANGE_KINDS, type ChangeKind, type LiveChange } from '../../domain/workflow/ArticleState';

const CHANGES: Record<ChangeKind, string> = {
  correction: 'Correction: something was wrong',
  clarification: 'Clarification: something could be misunderstood',
  update: 'Update: there is news',
  minor: 'Minor: spelling or style, not shown to readers',
};

/** Asks what kind of change of a live text an edition is. */
export function ChangeFields({
  change,
  onChange,
}: {
  change: LiveChange | undefined;
  onChange: (change: LiveChange) => void;
}) {
  const kind = change?.kind ?? 'correction';
  const note = change?.note ?? '';
  return (
    <fieldset className="action-dialog__field">
      <legend>This changes a live text. What kind of change is it?</legend>
      {CHANGE_KINDS.map((value) => (
        <label key={value} className="action-dialog__choice">
          <input
            type="radio"
            name="change-kind"
            checked={kind === value}
            onChange={() => onChange({ kind: value, note })}
          />
          {CHANGES[value]}
        </label>
      ))}
      <label className="action-dialog__field">
        {kind === 'minor' ? 'Reason, for the history' : 'Note that readers see'}
        <textarea
          required
          rows={3}
          value={note}
          onChange={({ target }) => onChange({ kind, note: target.value })}
        />
      </label>
    </fieldset>
  );
}
