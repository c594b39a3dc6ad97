import { createElement, useEffect, useRef, type KeyboardEvent } from 'react';
import type {
  BoxProps,
  DialogProps,
  HeadingProps,
  InputProps,
  OptionListProps,
  PictureProps,
  PressProps,
  TextAreaProps,
  TxtProps,
} from './elements.types';
import { withWholeNumbers, withWholeWords } from './line-breaks';

export function Box(props: BoxProps) {
  const { as = 'div', className, style, id, label, live, decorative, picture, away, onTouch, children } = props;
  return createElement(
    as,
    {
      hidden: away || undefined,
      onPointerDownCapture: onTouch,
      onKeyDownCapture: onTouch,
      className,
      style,
      id,
      'aria-label': label,
      'aria-live': live,
      'aria-hidden': decorative || undefined,
      role: picture ? 'img' : as === 'ul' || as === 'ol' ? 'list' : undefined,
    },
    children,
  );
}

export function Txt({ as = 'span', large, className, id, decorative, children }: TxtProps) {
  return createElement(
    as,
    { className, id, 'aria-hidden': decorative || undefined },
    large ? withWholeWords(children) : withWholeNumbers(children),
  );
}

export function Heading({ level, className, id, focusRef, children }: HeadingProps) {
  return createElement(
    `h${level}`,
    { className, id, ref: focusRef, tabIndex: focusRef ? -1 : undefined },
    withWholeWords(children),
  );
}

export function Press({ onPress, className, disabled, label, pressed, expanded, children }: PressProps) {
  return (
    <button
      type="button"
      className={`press ${className ?? ''}`}
      onClick={onPress}
      disabled={disabled}
      aria-label={label}
      aria-pressed={pressed}
      aria-expanded={expanded}
    >
      {children}
    </button>
  );
}

const inputKinds = {
  text: { type: 'text', inputMode: 'text' },
  phone: { type: 'tel', inputMode: 'tel' },
  digits: { type: 'text', inputMode: 'numeric' },
  code: { type: 'text', inputMode: 'text' },
  password: { type: 'password', inputMode: 'text' },
} as const;

export function Input(props: InputProps) {
  const kind = inputKinds[props.kind ?? 'text'];
  const submitOnEnter = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) props.onEnter?.();
  };
  return (
    <input
      id={props.id}
      className={props.className}
      type={kind.type}
      inputMode={kind.inputMode}
      value={props.value}
      maxLength={props.maxLength}
      placeholder={props.placeholder}
      aria-invalid={props.invalid || undefined}
      aria-describedby={props.describedBy}
      autoComplete={props.autoComplete ?? 'off'}
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => props.onChange(event.target.value)}
      onKeyDown={submitOnEnter}
    />
  );
}

export function TextArea({ id, value, onChange, maxLength, placeholder, className }: TextAreaProps) {
  return (
    <textarea
      id={id}
      className={className}
      value={value}
      rows={4}
      maxLength={maxLength}
      placeholder={placeholder}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

/** The words that name an input. */
export function FieldLabel({
  htmlFor,
  className,
  children,
}: {
  htmlFor: string;
  className?: string;
  children: string;
}) {
  return (
    <label htmlFor={htmlFor} className={className}>
      {children}
    </label>
  );
}

export function OptionList<Value extends string>(props: OptionListProps<Value>) {
  const name = useRef(`options-${Math.random().toString(36).slice(2)}`).current;
  return (
    <fieldset className="options">
      <legend className={props.legendHidden ? 'unseen' : 'options-legend'}>{props.legend}</legend>
      {props.options.map((option) => {
        const chosen = props.values.includes(option.value);
        return (
          <label key={option.value} className={`option ${chosen ? 'is-chosen' : ''}`}>
            <input
              className="option-input"
              type={props.multiple ? 'checkbox' : 'radio'}
              name={name}
              checked={chosen}
              onChange={() => props.onToggle(option.value)}
            />
            <span className={`option-mark ${props.multiple ? 'is-square' : ''}`} aria-hidden="true" />
            <span className="option-words">
              <span className="option-label">{option.label}</span>
              {option.hint ? <span className="option-hint">{option.hint}</span> : null}
            </span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** A sheet above the page; the browser keeps the focus inside and gives it back on closing. */
export function Dialog({ open, label, onClose, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal?.();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog
      ref={ref}
      className="sheet"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === ref.current) onClose();
      }}
    >
      {open ? <div className="sheet-body">{children}</div> : null}
    </dialog>
  );
}

export function Picture({ source, description, className }: PictureProps) {
  return <img src={source} alt={description} className={className} />;
}
