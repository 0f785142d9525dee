import type { Ref } from 'react';

/** A field that looks like the text that it will be, and grows with it. */
export function GrowingText({
  id,
  label,
  value,
  maxLength,
  placeholder,
  className,
  isEditable,
  onChange,
  onEnter,
  ref,
}: {
  id: string;
  label: string;
  value: string;
  maxLength: number;
  placeholder: string;
  className: string;
  isEditable: boolean;
  onChange: (value: string) => void;
  /** These texts have no second line: Enter goes on to what comes next. */
  onEnter: () => void;
  ref?: Ref<HTMLTextAreaElement>;
}) {
  return (
    // The copy of the text beneath the field makes both as high as the text needs.
    <div className={`story__grow ${className}`} data-text={`${value || placeholder} `}>
      <textarea
        aria-label={label}
        id={id}
        maxLength={maxLength}
        onChange={({ target }) => onChange(target.value.replace(/\s*\n\s*/g, ' '))}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter();
        }}
        placeholder={placeholder}
        readOnly={!isEditable}
        ref={ref}
        rows={1}
        spellCheck
        value={value}
      />
    </div>
  );
}
