import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { common } from '../copy/common';
import { ProblemNotice } from './problem-notice';

interface FormDialogProps {
  title: string;
  /** The button, as a verb. */
  verb: string;
  danger?: boolean;
  width?: number;
  /** What sends the form: whether it is on its way, and why it was refused. */
  sending: { isPending: boolean; error: unknown };
  onSave: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A form on top of a page, there as long as it is rendered. What was typed goes only by its own buttons. */
export function FormDialog(props: FormDialogProps) {
  const { title, verb, danger = false, width = 640, sending, onSave, onClose, children } = props;
  return (
    <Modal
      open
      title={title}
      width={width}
      okText={verb}
      okButtonProps={{ danger }}
      cancelText={common.cancel}
      cancelButtonProps={{ disabled: sending.isPending }}
      confirmLoading={sending.isPending}
      onOk={onSave}
      onCancel={onClose}
      closable={false}
      mask={{ closable: false }}
    >
      <div className="stack-tight">
        {children}
        <ProblemNotice error={sending.error} />
      </div>
    </Modal>
  );
}
