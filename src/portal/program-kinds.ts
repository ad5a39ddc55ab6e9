/** What runs when somebody opens it, by content: the names that `file-type` has for it. */
export const PROGRAM_TYPES: ReadonlySet<string> = new Set([
  'application/java-archive',
  'application/java-vm',
  'application/vnd.android.package-archive',
  'application/vnd.ms-htmlhelp',
  'application/x-apple-diskimage',
  'application/x-deb',
  'application/x-elf',
  'application/x-google-chrome-extension',
  'application/x-mach-binary',
  'application/x-ms-regedit',
  'application/x-msdownload',
  'application/x-rpm',
  'application/x-shockwave-flash',
  'application/x-xpinstall',
  'application/x.apple.alias',
  'application/x.ms.shortcut',
]);

export interface Signature {
  readonly position: number;
  readonly text: string;
}

/** Disks that Windows opens with a double click, and what is on them comes from nobody: no mark of the web is kept. */
export const DISK_SIGNATURES: readonly Signature[] = [
  { position: 0x8001, text: 'CD001' },
  { position: 0x8801, text: 'CD001' },
  { position: 0x9001, text: 'CD001' },
  { position: 0x8001, text: 'BEA01' },
  { position: 0, text: 'conectix' },
  { position: -512, text: 'conectix' },
  { position: 0, text: 'vhdxfile' },
];

/** What a double click runs, mounts or installs although its content is mere text, or an archive. */
const ENDINGS = [
  // programs, their parts and installers
  'exe com pif scr cpl dll ocx sys drv msi msp mst msu msix msixbundle appx appxbundle appinstaller',
  'application appref-ms gadget xbap jar jnlp apk xapk ipa deb rpm pkg mpkg app appimage run',
  // scripts
  'bat cmd ps1 ps1xml ps2 ps2xml psc1 psc2 psd1 psdm1 psm1 pssc msh msh1 msh2 mshxml msh1xml msh2xml',
  'js jse vb vbe vbs vbp ws wsb wsc wsf wsh sct hta htc bas py pyc pyo pyw pyz pyzw sh csh ksh command terminal workflow',
  // what leads to a program, or tells Windows to start one
  'lnk url website scf library-ms search-ms searchconnector-ms settingcontent-ms desktop diagcab inf ins isp job',
  'reg msc chm hlp hpj its theme themepack webpnp printerexport xnk osd',
  // disks
  'iso img vhd vhdx dmg',
  // what Office runs without asking
  'ade adp mda mde mdw mdz accde ops xll slk iqy',
]
  .join(' ')
  .split(' ');

export const PROGRAM_ENDINGS: ReadonlySet<string> = new Set(ENDINGS);
