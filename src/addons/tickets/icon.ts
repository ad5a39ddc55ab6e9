/** A lifebuoy on Odoo's purple: the icon of the menu and of the tile. */
export const ICON = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="12" fill="#714B67"/>
  <g fill="none" stroke-width="11">
    <circle cx="32" cy="32" r="15.5" stroke="#fff"/>
    <circle cx="32" cy="32" r="15.5" stroke="#E46E78" stroke-dasharray="12.17 12.17" transform="rotate(22.5 32 32)"/>
  </g>
</svg>`.trim();
