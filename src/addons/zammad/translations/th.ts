import type { Catalogue } from '../../../schema/index.ts';

export const th: Catalogue = {
  'Zammad Number': 'หมายเลข Zammad',
  'Zammad Page': 'หน้า Zammad',
  'Import: Fingerprint': 'นำเข้า: ลายนิ้วมือข้อมูล',
  'Import: Version': 'นำเข้า: รุ่น',
  'Import: Messages Missing': 'นำเข้า: ข้อความไม่ครบ',
  'Open in Zammad': 'เปิดใน Zammad',
};
