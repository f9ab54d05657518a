/** Runs before the first paint: the reader's settings, from storage to the root element; and what is tapped or sent before the app is there is noted for it; a browser too old for the app is marked. Kept small: it stands in every page. */
export const bootScript = (): string =>
  'if(!self.structuredClone||![].findLast)document.documentElement.dataset.old="";'
  + 'try{var s=JSON.parse(localStorage.getItem("peace.reading")||"{}");s=s.value||s;var d=document.documentElement.dataset;'
  + '["theme","contrast","size","spacing","motion","keys"].forEach(function(k){/^[a-z0-9]{1,8}$/.test(s[k])&&(d[k]=s[k])})}catch(e){}'
  + 'var peaceEarly=[];["click","submit"].forEach(function(t){addEventListener(t,function(e){'
  + 'var x=t=="submit"?e.target:e.target.closest&&e.target.closest("[data-tap]:not(input)"),q=x&&x.closest("form[data-question]");'
  + 'if(!x||(q?q.dataset.alive!=null:document.documentElement.dataset.ready!=null))return;'
  + 't=="submit"&&e.preventDefault();peaceEarly.push({target:x,type:t})},true)})'
