import { App, Checkbox, Form, Input, Modal, Radio } from 'antd';
import { useMemo } from 'react';
import { useMergeOwners } from '../../api/roll';
import type { RollRow } from '@jiati/contracts';
import { ProblemNotice } from '../../components/problem-notice';
import { common } from '../../copy/common';
import { roll } from '../../copy/roll';

const copy = roll.merge;

interface Values {
  ownerIds: string[];
  keepOwnerId: string;
  reason: string;
}

/** Says that several entries of the roll are one person. The reason is kept with the step. */
export function MergeDialog({ open, rows, onClose }: { open: boolean; rows: RollRow[]; onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const ownerIds = Form.useWatch('ownerIds', form) ?? [];
  const merge = useMergeOwners();
  const { message } = App.useApp();
  const options = useMemo(() => ownerOptions(rows), [rows]);
  const close = () => {
    merge.reset();
    form.resetFields();
    onClose();
  };
  const save = ({ ownerIds: all, keepOwnerId, reason }: Values) =>
    merge.mutate(
      { intoOwnerId: keepOwnerId, ownerIds: all.filter((id) => id !== keepOwnerId), reason: reason.trim() },
      {
        onSuccess: () => {
          void message.success(copy.done);
          close();
        },
      },
    );
  return (
    <Modal
      open={open}
      title={copy.title}
      width={620}
      okText={copy.verb}
      cancelText={common.cancel}
      confirmLoading={merge.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      closable={false}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={save}>
        <p className="quiet">{copy.lead}</p>
        <Form.Item name="ownerIds" label={copy.which} style={{ marginTop: 16 }} rules={[{ validator: atLeastTwo }]}>
          <Checkbox.Group className="radio-column" options={options} />
        </Form.Item>
        {ownerIds.length > 1 && (
          <Form.Item name="keepOwnerId" label={copy.keep} rules={[{ required: true, message: copy.needKeep }]}>
            <Radio.Group
              className="radio-column"
              options={options.filter((option) => ownerIds.includes(option.value))}
            />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label={copy.reason}
          rules={[{ required: true, whitespace: true, message: common.reasonRequired }]}
        >
          <Input.TextArea rows={2} maxLength={200} placeholder={copy.reasonPlaceholder} />
        </Form.Item>
        <ProblemNotice error={merge.error} />
      </Form>
    </Modal>
  );
}

/** Not `required`: that would mark the group as required in a way assistive technology does not know for groups. */
const atLeastTwo = (_: unknown, ownerIds: string[] | undefined) =>
  (ownerIds?.length ?? 0) >= 2 ? Promise.resolve() : Promise.reject(new Error(copy.needTwo));

/** Every owner once, with the rooms that hang on the entry. */
function ownerOptions(rows: RollRow[]): { value: string; label: string }[] {
  const owners = new Map<string, { name: string; phone: string; rooms: string[] }>();
  for (const row of rows)
    for (const owner of row.owners) {
      const entry = owners.get(owner.id) ?? {
        name: owner.name,
        phone: owner.phoneMasked ?? roll.stairwell.noPhone,
        rooms: [],
      };
      entry.rooms.push(row.roomNo);
      owners.set(owner.id, entry);
    }
  return [...owners]
    .sort(([, first], [, second]) => first.name.localeCompare(second.name, 'zh-CN'))
    .map(([value, owner]) => ({
      value,
      label: [owner.name, copy.rooms(owner.rooms.join('、')), owner.phone].join(common.separator),
    }));
}
