import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { newId } from '../../api/client';
import { useAddVolunteer } from '../../api/people';
import { ProblemNotice } from '../../components/problem-notice';
import { common } from '../../copy/common';
import { people } from '../../copy/people';

const copy = people.addDialog;

/** Name and phone: the phone is how the volunteer signs in. */
export function AddVolunteerDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const [form] = Form.useForm<{ displayName: string; phone: string }>();
  // Made once a dialog, so that pressing twice adds one volunteer.
  const [id, setId] = useState(newId);
  const add = useAddVolunteer();
  const { message } = App.useApp();
  const close = () => {
    add.reset();
    form.resetFields();
    setId(newId());
    onClose();
  };
  const save = ({ displayName, phone }: { displayName: string; phone: string }) =>
    add.mutate(
      { id, displayName: displayName.trim(), phone: plainPhone(phone) },
      {
        onSuccess: () => {
          void message.success(copy.done(displayName.trim()));
          close();
        },
      },
    );
  return (
    <Modal
      open={open}
      title={copy.title}
      okText={copy.save}
      cancelText={common.cancel}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      closable={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <p className="quiet">{copy.lead}</p>
        <Form.Item
          name="displayName"
          label={people.name}
          style={{ marginTop: 16 }}
          rules={[{ required: true, whitespace: true, message: copy.nameRequired }]}
        >
          <Input autoFocus maxLength={40} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={people.phone}
          rules={[
            {
              validator: (_, value: string | undefined) =>
                /^1\d{10}$/.test(plainPhone(value ?? ''))
                  ? Promise.resolve()
                  : Promise.reject(new Error(copy.phoneWrong)),
            },
          ]}
        >
          <Input inputMode="tel" maxLength={20} />
        </Form.Item>
        <ProblemNotice error={add.error} />
      </Form>
    </Modal>
  );
}

/** "１３8 0000-0000" → "13800000000" */
const plainPhone = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '');
