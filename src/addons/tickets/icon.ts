/** A lifebuoy on Odoo's purple: the icon of the menu, the tile and the portal. */
export const ICON = `
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="12" fill="#714B67"/>
  <circle cx="32" cy="32" r="17" fill="none" stroke="#fff" stroke-width="10"/>
  <g stroke="#E46E78" stroke-width="10">
    <path d="M20 20 26 26M44 20 38 26M20 44 26 38M44 44 38 38"/>
  </g>
</svg>`.trim();
