/** Runs before the first paint: the reader's settings, from storage to the root element; and what is tapped, changed or sent before the app is there is noted for it; a browser too old for the app is marked. Kept small: it stands in every page. On a page that can be left quickly, `plain` is where to: leaving waits for nothing. */
export const bootScript = (plain?: string): string =>
  'if(!self.structuredClone||![].findLast)document.documentElement.dataset.old="";'
  + 'try{var s=JSON.parse(localStorage.getItem("peace.reading")||"{}");s=s.value||s;var d=document.documentElement.dataset;'
  + '["theme","contrast","size","spacing","motion","keys"].forEach(function(k){/^[a-z0-9]{1,8}$/.test(s[k])&&(d[k]=s[k])})}catch(e){}'
  + 'var peaceEarly=[];["click","change","submit"].forEach(function(t){addEventListener(t,function(e){'
  + 'var x=t!="click"?e.target:e.target.closest&&e.target.closest("[data-tap]:not(input,select)"),q=x&&x.closest("form[data-question]");'
  + 'if(!x||(q?q.dataset.alive!=null:document.documentElement.dataset.ready!=null))return;'
  + `t=="submit"&&e.preventDefault();${plain ? 'if(x.dataset.tap=="leave")peaceLeave();else ' : ''}peaceEarly.push({target:x,type:t})},true)});`
  + (plain
    ? `function peaceLeave(){document.documentElement.hidden=true;location.replace(${JSON.stringify(plain)})}`
    + 'var peaceShift=[];addEventListener("keyup",function(e){var n=Date.now();if(document.documentElement.dataset.ready!=null)return;'
    + 'peaceShift=e.key=="Shift"?peaceShift.filter(function(x){return n-x<2e3}).concat(n):[];peaceShift[2]&&peaceLeave()})'
    : '')
