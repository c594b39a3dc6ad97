import { Image, Input as WxInput, Text, Textarea, View } from '@tarojs/components';
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

/** WeChat's names for accessibility attributes; Taro's typings do not know them. */
type Aria = Record<`aria-${string}`, string | boolean | undefined>;
const aria = (attributes: Aria): object => attributes;

const landmarkRoles: Partial<Record<NonNullable<BoxProps['as']>, string>> = {
  ul: 'list',
  ol: 'list',
  li: 'listitem',
  nav: 'navigation',
  main: 'main',
};

export function Box(props: BoxProps) {
  const { as = 'div', className, style, id, label, live, decorative, picture, away, onTouch, children } = props;
  return (
    <View
      className={away ? `${className ?? ''} is-away` : className}
      {...(onTouch ? { onTouchStart: onTouch } : {})}
      style={style}
      id={id}
      {...aria({
        'aria-role': picture ? 'img' : landmarkRoles[as],
        'aria-label': label,
        'aria-live': live,
        'aria-hidden': decorative ? 'true' : undefined,
      })}
    >
      {children}
    </View>
  );
}

export function Txt({ as = 'span', className, id, decorative, children }: TxtProps) {
  const hidden = aria({ 'aria-hidden': decorative ? 'true' : undefined });
  if (as === 'p') {
    return (
      <View className={className} id={id} {...hidden}>
        {children}
      </View>
    );
  }
  return (
    <Text className={`${as === 'strong' ? 'strong ' : ''}${className ?? ''}`} id={id} {...hidden}>
      {children}
    </Text>
  );
}

export function Heading({ className, id, children }: HeadingProps) {
  return (
    <View className={className} id={id} {...aria({ 'aria-role': 'heading' })}>
      {children}
    </View>
  );
}

export function Press({ onPress, className, disabled, label, pressed, expanded, children }: PressProps) {
  return (
    <View
      className={`press ${className ?? ''} ${disabled ? 'is-disabled' : ''}`}
      hoverClass={disabled ? 'none' : 'is-touched'}
      onClick={disabled ? undefined : onPress}
      {...aria({
        'aria-role': 'button',
        'aria-label': label,
        'aria-checked': pressed === undefined ? undefined : String(pressed),
        'aria-expanded': expanded === undefined ? undefined : String(expanded),
        'aria-disabled': disabled ? 'true' : undefined,
      })}
    >
      {children}
    </View>
  );
}

const inputTypes = { text: 'text', phone: 'number', digits: 'number', code: 'text', password: 'text' } as const;

export function Input(props: InputProps) {
  const kind = props.kind ?? 'text';
  return (
    <WxInput
      id={props.id}
      className={props.className}
      type={inputTypes[kind]}
      password={kind === 'password'}
      value={props.value}
      maxlength={props.maxLength ?? 140}
      placeholder={props.placeholder}
      onInput={(event) => props.onChange(String(event.detail.value))}
      onConfirm={() => props.onEnter?.()}
      {...aria({ 'aria-label': props.label })}
    />
  );
}

export function TextArea({ id, label, value, onChange, maxLength, placeholder, className }: TextAreaProps) {
  return (
    <Textarea
      id={id}
      className={className}
      value={value}
      maxlength={maxLength ?? -1}
      placeholder={placeholder}
      onInput={(event) => onChange(String(event.detail.value))}
      {...aria({ 'aria-label': label })}
    />
  );
}

/** The words that name an input; WeChat reads them from the input's own label. */
export function FieldLabel({ className, children }: { htmlFor: string; className?: string; children: string }) {
  return (
    <View className={className} {...aria({ 'aria-hidden': 'true' })}>
      {children}
    </View>
  );
}

export function OptionList<Value extends string>(props: OptionListProps<Value>) {
  return (
    <View
      className="options"
      {...aria({ 'aria-role': props.multiple ? 'group' : 'radiogroup', 'aria-label': props.legend })}
    >
      {props.legendHidden ? null : <View className="options-legend">{props.legend}</View>}
      {props.options.map((option) => {
        const chosen = props.values.includes(option.value);
        return (
          <View
            key={option.value}
            className={`option ${chosen ? 'is-chosen' : ''}`}
            onClick={() => props.onToggle(option.value)}
            {...aria({ 'aria-role': props.multiple ? 'checkbox' : 'radio', 'aria-checked': String(chosen) })}
          >
            <View className={`option-mark ${props.multiple ? 'is-square' : ''}`} />
            <View className="option-words">
              <View className="option-label">{option.label}</View>
              {option.hint ? <View className="option-hint">{option.hint}</View> : null}
            </View>
          </View>
        );
      })}
    </View>
  );
}

/** A sheet above the page. */
export function Dialog({ open, label, onClose, children }: DialogProps) {
  if (!open) return null;
  return (
    <View className="sheet-veil" catchMove onClick={onClose}>
      <View
        className="sheet"
        onClick={(event) => event.stopPropagation()}
        {...aria({ 'aria-role': 'dialog', 'aria-modal': 'true', 'aria-label': label })}
      >
        <View className="sheet-body">{children}</View>
      </View>
    </View>
  );
}

export function Picture({ source, description, className }: PictureProps) {
  return (
    <Image
      src={source}
      className={className}
      mode="aspectFit"
      {...aria({ 'aria-role': 'img', 'aria-label': description })}
    />
  );
}
