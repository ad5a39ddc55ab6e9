import type { Catalogue } from '../../../schema/index.ts';

export const th: Catalogue = {
  'Support Team': 'ทีมสนับสนุน',
  Team: 'ทีม',
  Leader: 'หัวหน้าทีม',
  Members: 'สมาชิก',
  'Customers May Choose It': 'ลูกค้าเลือกได้',
  Active: 'ใช้งานอยู่',
  'Support Tag': 'แท็กสนับสนุน',
  Tag: 'แท็ก',
  Colour: 'สี',
  Tags: 'แท็ก',
  Teams: 'ทีม',
  Archived: 'เก็บถาวรแล้ว',
  'Such as Second Level': 'เช่น ทีมระดับที่สอง',
  'My Teams': 'ทีมของฉัน',
  'No teams yet': 'ยังไม่มีทีม',
  'A team shares tickets: its members find them under My Teams.':
    'ทีมหนึ่งดูแลทิกเก็ตร่วมกัน สมาชิกหาทิกเก็ตเหล่านั้นได้ที่ ทีมของฉัน',
  'No tags yet': 'ยังไม่มีแท็ก',
  'Tags group tickets across teams and customers.': 'แท็กจัดกลุ่มทิกเก็ตข้ามทีมและลูกค้า',
};
