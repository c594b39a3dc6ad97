import { Input, Modal } from 'antd';
import { useEffect, useId, useState, type ReactNode } from 'react';
import { common } from '../copy/common';
import { Facts, type Fact } from './facts';
import { ProblemNotice } from './problem-notice';

interface ConfirmDialogProps {
  open: boolean;
  title: string;
  /** The facts the step acts on, repeated so that the wrong round is not opened by habit. */
  facts?: Fact[];
  /** What the step does and whether it can be undone. */
  children?: ReactNode;
  /** The button, as a verb with its object. */
  verb: string;
  danger?: boolean;
  /** When given, a reason must be written, of `least` characters; the text is handed to `onConfirm`. */
  reason?: { label: string; placeholder?: string; required: boolean; least?: number };
  working: boolean;
  error: unknown;
  onReload?: (() => void) | undefined;
  onConfirm: (reason: string) => void;
  onCancel: () => void;
  /** Once it is off the screen: for the focus, where the button that opened it is gone. */
  afterClose?: () => void;
}

/** The last page before a step that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const reasonId = useId();
  useEffect(() => {
    if (props.open) setAsked(false);
    else setReason('');
  }, [props.open]);
  const least = props.reason?.least ?? 1;
  const lacking = Boolean(props.reason?.required) && [...reason.trim()].length < least;
  const confirm = () => {
    setAsked(true);
    if (!lacking) props.onConfirm(reason.trim());
  };
  return (
    <Modal
      open={props.open}
      title={props.title}
      width={620}
      okText={props.verb}
      cancelText={common.cancel}
      okButtonProps={{ danger: props.danger ?? false }}
      cancelButtonProps={{ disabled: props.working }}
      confirmLoading={props.working}
      onOk={confirm}
      onCancel={props.onCancel}
      {...(props.afterClose ? { afterClose: props.afterClose } : {})}
      closable={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <div className="stack-tight">
        {props.facts && <Facts facts={props.facts} compact />}
        {props.children}
        {props.reason && (
          <div className="stack-tight">
            <label htmlFor={reasonId}>{props.reason.label}</label>
            <Input.TextArea
              id={reasonId}
              autoFocus
              rows={3}
              maxLength={500}
              value={reason}
              {...(props.reason.placeholder ? { placeholder: props.reason.placeholder } : {})}
              status={asked && lacking ? 'error' : ''}
              aria-required={props.reason.required}
              aria-invalid={asked && lacking}
              aria-describedby={`${reasonId}-lacking`}
              onChange={(event) => setReason(event.target.value)}
            />
            <p id={`${reasonId}-lacking`} className="field-problem">
              {!asked || !lacking ? '' : least > 1 ? common.reasonTooShort(least) : common.reasonRequired}
            </p>
          </div>
        )}
        <ProblemNotice error={props.error} onReload={props.onReload} />
      </div>
    </Modal>
  );
}
