/** What every line under the search box needs. */
export interface OptionProperties {
  readonly id: string;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  readonly children: React.ReactNode;
}

/** One line that can be chosen. */
export function Option({ id, isActive, onChoose, children }: OptionProperties) {
  return (
    // Keys are handled by the combobox that owns the list; the pointer must not take the focus from it.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      className={isActive ? 'search-option search-option-active' : 'search-option'}
      onClick={onChoose}
    >
      {children}
    </div>
  );
}
