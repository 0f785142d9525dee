import { CHANGE_KINDS, type LiveChange } from '../../domain/workflow/ArticleState';
import { useWords } from '../words/useWords';

/** Asks what kind of change of a live text an edition is. */
export function ChangeFields({
  change,
  onChange,
}: {
  change: LiveChange | undefined;
  onChange: (change: LiveChange) => void;
}) {
  const { say } = useWords();
  const kind = change?.kind ?? 'correction';
  const note = change?.note ?? '';
  return (
    <fieldset className="action-dialog__field">
      <legend>{say('dialog:whatChange')}</legend>
      {CHANGE_KINDS.map((value) => (
        <label key={value} className="action-dialog__choice">
          <input
            type="radio"
            name="change-kind"
            checked={kind === value}
            onChange={() => onChange({ kind: value, note })}
          />
          {say(`dialog:${value}`)}
        </label>
      ))}
      <label className="action-dialog__field">
        {say(kind === 'minor' ? 'dialog:reason' : 'dialog:publicNote')}
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
