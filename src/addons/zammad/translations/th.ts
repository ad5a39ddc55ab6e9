import type { Catalogue } from '../../../schema/index.ts';

export const th: Catalogue = {
  'Zammad Number': 'หมายเลข Zammad',
  'Zammad Page': 'หน้า Zammad',
  'Import: Fingerprint': 'นำเข้า: ลายนิ้วมือข้อมูล',
  'Import: Version': 'นำเข้า: รุ่น',
  'Import: Messages Missing': 'นำเข้า: ข้อความไม่ครบ',
  'Open in Zammad': 'เปิดใน Zammad',
  'Imported from': 'นำเข้าจาก',
  'Zammad State': 'สถานะใน Zammad',
  'Zammad State Number': 'หมายเลขสถานะใน Zammad',
  Merged: 'รวมแล้ว',
  'Time Accounted': 'เวลาที่บันทึก',
  'In the unit that Zammad’s administrator chose.': 'ในหน่วยที่ผู้ดูแลระบบของ Zammad เลือก',
  'What each field said when it was imported last, so that changes on either side are told apart.':
    'ค่าของแต่ละช่องเมื่อนำเข้าครั้งล่าสุด เพื่อแยกการเปลี่ยนแปลงของทั้งสองฝั่ง',
  To: 'ถึง',
  Cc: 'สำเนาถึง',
  Channel: 'ช่องทาง',
  'Missing in Zammad since': 'หายไปจาก Zammad ตั้งแต่',
};
