/** Our mark: a headline over the line that stands first. */
export function Mark() {
  return (
    <svg aria-label="Standfirst" height="22" role="img" viewBox="0 0 24 24" width="22">
      <rect fill="currentColor" height="7" rx="1" width="20" x="2" y="3" />
      <rect fill="currentColor" height="2.4" opacity="0.75" rx="1" width="20" x="2" y="13" />
      <rect fill="currentColor" height="2.4" opacity="0.75" rx="1" width="13" x="2" y="18" />
    </svg>
  );
}
