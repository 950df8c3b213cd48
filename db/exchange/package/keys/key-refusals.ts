import { words, type Localized } from '../../../model/localized.ts';

/** Why a key document is not taken: the closed list. */
export const keyRefusals = {
  'request-for-another': words('该申请是发给其他单位的', 'The request is addressed to another office'),
  'request-not-genuine': words('申请文件已损坏或被改动，请重新生成', 'The request is damaged or was altered'),
  'role-not-below': words('只能登记直接下一级的单位', 'Only nodes of the next level below can be enrolled'),
  'unit-not-under': words('申请单位不在本辖区内', 'The unit is not in this area'),
  'node-revoked': words(
    '该计算机已被注销，请重新建立节点身份',
    'The computer was revoked; set it up under a new identity',
  ),
  'keys-not-continued': words(
    '该节点已登记，新密钥没有旧密钥的签名，请先注销旧身份再重新登记',
    'The node is enrolled and its new keys are not signed by the old ones; revoke it and enrol it anew',
  ),
  'enrolment-for-another': words('该登记文件不是发给本机的', 'The enrolment is for another computer'),
  'parent-not-known': words(
    '登记文件不是由所选上级签发的，请核对上级名片的校验号',
    'The enrolment was not issued by the chosen parent; compare the fingerprint of its card',
  ),
  'enrolment-not-genuine': words(
    '登记文件已损坏或被改动，请重新取得',
    'The enrolment is damaged or was altered',
  ),
} as const satisfies Record<string, Localized>;

/** A code of `keyRefusals`. */
export type KeyRefusalCode = keyof typeof keyRefusals;
