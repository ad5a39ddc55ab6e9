import type { Catalogue } from '../../../schema/index.ts';

export const th: Catalogue = {
  'Support Import Source': 'แหล่งนำเข้าของศูนย์ช่วยเหลือ',
  Name: 'ชื่อ',
  Kind: 'ประเภท',
  'Zammad (REST API)': 'Zammad (REST API)',
  Address: 'ที่อยู่',
  Active: 'ใช้งาน',
  'Switched off, nothing is imported from this source.': 'เมื่อปิดใช้งาน จะไม่มีการนำเข้าจากแหล่งนี้',
  'Read up to': 'อ่านถึง',
  'The time of the last change that has been imported. Empty it to read everything again.':
    'เวลาของการเปลี่ยนแปลงล่าสุดที่นำเข้า ลบค่านี้เพื่ออ่านทั้งหมดใหม่',
  'Last change written': 'การเปลี่ยนแปลงล่าสุดที่บันทึก',
  'Last result': 'ผลล่าสุด',
  'Zammad Number': 'หมายเลข Zammad',
  'Zammad Page': 'หน้า Zammad',
  'Import: Fingerprint': 'นำเข้า: ลายนิ้วมือข้อมูล',
  'Import: Version': 'นำเข้า: รุ่น',
  'Import: Messages Missing': 'นำเข้า: ข้อความไม่ครบ',
  'Import Sources': 'แหล่งนำเข้า',
  'Import Source': 'แหล่งนำเข้า',
  'Open in Zammad': 'เปิดใน Zammad',
  'Nothing has been imported yet': 'ยังไม่มีการนำเข้า',
  'A source appears here with its first import.': 'แหล่งนำเข้าจะปรากฏที่นี่เมื่อนำเข้าครั้งแรก',
};
