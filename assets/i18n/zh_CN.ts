<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AboutSheet</name>
    <message>
        <source>About NeuroViz</source>
        <translation>关于 NeuroViz</translation>
    </message>
    <message>
        <source>A laboratory in which the ideas behind ChatGPT can be touched. All you see is computed live.</source>
        <translation>一间可以亲手触摸 ChatGPT 背后思想的实验室。你看到的一切都是实时计算出来的。</translation>
    </message>
    <message>
        <source>NeuroViz is free under the MIT licence. It stands on &lt;a href=&quot;https://www.qt.io/licensing&quot;&gt;Qt and PySide6&lt;/a&gt; (LGPL v3), &lt;a href=&quot;https://numpy.org/doc/stable/license.html&quot;&gt;NumPy&lt;/a&gt; (BSD) and &lt;a href=&quot;https://www.python.org/psf/license&quot;&gt;Python&lt;/a&gt; (PSF licence). The digits are MNIST, by Yann LeCun, Corinna Cortes and Christopher Burges.</source>
        <translation>NeuroViz 是自由软件，采用 MIT 许可证。它建立在 &lt;a href=&quot;https://www.qt.io/licensing&quot;&gt;Qt 与 PySide6&lt;/a&gt;（LGPL v3）、&lt;a href=&quot;https://numpy.org/doc/stable/license.html&quot;&gt;NumPy&lt;/a&gt;（BSD）和 &lt;a href=&quot;https://www.python.org/psf/license&quot;&gt;Python&lt;/a&gt;（PSF 许可证）之上。数字图片来自 MNIST，由 Yann LeCun、Corinna Cortes 和 Christopher Burges 制作。</translation>
    </message>
</context>
<context>
    <name>AnswerPad</name>
    <message>
        <source>Can&apos;t tell</source>
        <translation>看不出</translation>
    </message>
    <message>
        <source>You: can&apos;t tell</source>
        <translation>你：看不出</translation>
    </message>
    <message>
        <source>An honest answer: it counts as not agreeing with anybody</source>
        <translation>诚实的回答：算作与谁都不一致</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>I see a {digit}</source>
        <translation>我看到的是 {digit}</translation>
    </message>
</context>
<context>
    <name>AnswerPair</name>
    <message>
        <source>Nothing lies before the net yet.</source>
        <translation>网络面前还没有输入。</translation>
    </message>
    <message>
        <source>Answer before and after</source>
        <translation>干预前后的答案</translation>
    </message>
    <message>
        <source>{i}: {a} before, {b} after</source>
        <translation>{i}：之前 {a}，之后 {b}</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>没有答案。</translation>
    </message>
</context>
<context>
    <name>AnswerSheet</name>
    <message>
        <source>you {digit}</source>
        <translation>你 {digit}</translation>
    </message>
    <message>
        <source>it is {digit}</source>
        <translation>实为 {digit}</translation>
    </message>
    <message>
        <source>net {digit}</source>
        <translation>网络 {digit}</translation>
    </message>
    <message>
        <source>The pictures and what was said</source>
        <translation>各张图片与各方的回答</translation>
    </message>
</context>
<context>
    <name>AnswerView</name>
    <message>
        <source>The answer, before and after</source>
        <translation>回答：修改前与修改后</translation>
    </message>
    <message>
        <source>There is no answer.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>Highest is {answer}.</source>
        <translation>最高的是 {answer}。</translation>
    </message>
</context>
<context>
    <name>AskBox</name>
    <message>
        <source>Explain</source>
        <translation>解释</translation>
    </message>
    <message>
        <source>the answer</source>
        <translation>当前回答</translation>
    </message>
    <message>
        <source>The class whose score is explained</source>
        <translation>要解释哪个类别的得分</translation>
    </message>
    <message>
        <source>Flip to</source>
        <translation>翻转为</translation>
    </message>
    <message>
        <source>the nearest</source>
        <translation>最近的类别</translation>
    </message>
    <message>
        <source>What the smallest change makes of it</source>
        <translation>最小改动要把它变成哪个类别</translation>
    </message>
</context>
<context>
    <name>BackpropConfig</name>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>A weight moves by this much times its gradient, against it</source>
        <translation>权重逆着自己的梯度移动，步长等于梯度乘以它</translation>
    </message>
</context>
<context>
    <name>BackpropPanel</name>
    <message>
        <source>{net} + steps</source>
        <translation>{net} 续学</translation>
    </message>
    <message>
        <source>Kept as {name}: choose it in any room.</source>
        <translation>已留存为 {name}：在任何房间都可以选用。</translation>
    </message>
</context>
<context>
    <name>BackpropView</name>
    <message>
        <source>Forward: values</source>
        <translation>正向：数值</translation>
    </message>
    <message>
        <source>Back: how the loss depends on each value</source>
        <translation>反向：损失对每个值有多敏感</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>After one step</source>
        <translation>走一步之后</translation>
    </message>
</context>
<context>
    <name>BackpropWords</name>
    <message>
        <source>Backprop</source>
        <translation>反向传播</translation>
    </message>
    <message>
        <source>No gradient yet: lay something before the net.</source>
        <translation>还没有梯度：先在网络面前放点什么。</translation>
    </message>
    <message>
        <source>No gradient: the answer of this net is not a number.</source>
        <translation>没有梯度：这个网络的回答不是数。</translation>
    </message>
    <message>
        <source>a bias has nothing before it</source>
        <translation>偏置前面没有输入</translation>
    </message>
    <message>
        <source>normalised value</source>
        <translation>归一化后的值</translation>
    </message>
    <message>
        <source>where it counts most of {n} places</source>
        <translation>{n} 处中作用最大的一处</translation>
    </message>
    <message>
        <source>what comes in, unit {i}</source>
        <translation>输入值，来自神经元 {i}</translation>
    </message>
    <message>
        <source>slope of {f} there</source>
        <translation>{f} 在该处的斜率</translation>
    </message>
    <message>
        <source>the error that comes back</source>
        <translation>传回来的误差</translation>
    </message>
    <message>
        <source>{sum} + {n} more</source>
        <translation>{sum} + 另外 {n} 项</translation>
    </message>
    <message>
        <source>summed over {n} places</source>
        <translation>在 {n} 处求和</translation>
    </message>
    <message>
        <source>the gradient of this weight</source>
        <translation>这个权重的梯度</translation>
    </message>
    <message>
        <source>Wiggled: the loss has a kink just here: slope {below} below, {above} above.</source>
        <translation>微调检验：损失恰好在这里有个拐角：左侧斜率 {below}，右侧 {above}。</translation>
    </message>
    <message>
        <source>Wiggled: {numeric}. Both are too small for 32-bit numbers to tell apart.</source>
        <translation>微调检验：{numeric}。两者都太小，32 位数分辨不出差别。</translation>
    </message>
    <message>
        <source>Wiggled: (L(w + h) − L(w − h)) / 2h = {numeric} ✓ the same.</source>
        <translation>微调检验：(L(w + h) − L(w − h)) / 2h = {numeric} ✓ 一致。</translation>
    </message>
    <message>
        <source>Wiggled: (L(w + h) − L(w − h)) / 2h = {numeric}: not the same!</source>
        <translation>微调检验：(L(w + h) − L(w − h)) / 2h = {numeric}：不一致！</translation>
    </message>
    <message>
        <source>One step: {before} − rate · {gradient} = {after}</source>
        <translation>走一步：{before} − 学习率 · {gradient} = {after}</translation>
    </message>
    <message>
        <source>Lay something before the net: {n} stages wait for it.</source>
        <translation>在网络面前放点什么：{n} 站都在等着。</translation>
    </message>
    <message>
        <source>{n} layers, and the answer is not a number: no loss, no gradient.</source>
        <translation>共 {n} 层，而回答不是数：没有损失，也没有梯度。</translation>
    </message>
    <message>
        <source>The loss is {loss}: nothing can be learned from that.</source>
        <translation>损失是 {loss}：从中学不到任何东西。</translation>
    </message>
    <message>
        <source>Forward, {k} of {n}: {stage}, {count} values from {low} to {high}.</source>
        <translation>正向，第 {k} 站（共 {n} 站）：{stage}，{count} 个值，从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>It should be {target}; the net gives it {p}: the loss is {loss}.</source>
        <translation>应当是 {target}；网络给它 {p}：损失为 {loss}。</translation>
    </message>
    <message>
        <source>It should be {target}: the loss is {loss}.</source>
        <translation>应当是 {target}：损失为 {loss}。</translation>
    </message>
    <message>
        <source>Back at {stage}: largest error {value}, in map {i}; {silent} % get none.</source>
        <translation>反向到{stage}：最大的误差是 {value}，在特征图 {i}；{silent}% 的值没有分到误差。</translation>
    </message>
    <message>
        <source>Back at {stage}: largest error {value}, at unit {i}; {silent} % get none.</source>
        <translation>反向到{stage}：最大的误差是 {value}，在神经元 {i}；{silent}% 的值没有分到误差。</translation>
    </message>
    <message>
        <source>At this rate the {n} weights would be no numbers any more.</source>
        <translation>照这个学习率，{n} 个权重将不再是数。</translation>
    </message>
    <message>
        <source>One step for all {n} weights: loss {a} → {b}{rest}.</source>
        <translation>全部 {n} 个权重走一步：损失 {a} → {b}{rest}。</translation>
    </message>
    <message>
        <source>One step too far for all {n} weights: loss {a} → {b}{rest}.</source>
        <translation>全部 {n} 个权重这一步迈得太大：损失 {a} → {b}{rest}。</translation>
    </message>
    <message>
        <source>, chance of {target} {p} → {q}</source>
        <translation>，判为 {target} 的概率 {p} → {q}</translation>
    </message>
    <message>
        <source>; of all else {p} right → {q}</source>
        <translation>；其余样本答对 {p} → {q}</translation>
    </message>
    <message>
        <source>Learning asks each weight: if you were a little larger, would the loss be larger or smaller? The answers for all weights come in one pass back through the net: the error at the end is handed to the layer before, each unit getting its part of the blame, times the slope of its function.</source>
        <translation>学习就是问每个权重：你要是大一点点，损失会变大还是变小？所有权重的答案，只需沿网络往回走一趟就都有了：末端的误差交给前一层，每个神经元分到自己该负的那一份，再乘以其激活函数在该处的斜率。</translation>
    </message>
    <message>
        <source>Watch the error go back through the CNN</source>
        <translation>看误差沿卷积网络往回走</translation>
    </message>
    <message>
        <source>Take twenty steps on one wrong answer</source>
        <translation>在一个错答上走二十步</translation>
    </message>
    <message>
        <source>See where the error dies in saturated units</source>
        <translation>看误差在饱和的神经元里怎样消失</translation>
    </message>
    <message>
        <source>Units that are shut (ReLU at zero) or saturated (sigmoid at its ends) pass no error on: what lies behind them cannot learn from this example. And the check by wiggling needs two passes for one weight, where backpropagation has all of them in one. A long step puts this one answer right and spoils the others: hence small steps, over many examples.</source>
        <translation>关闭的神经元（ReLU 为零）和饱和的神经元（sigmoid 到了两端）不传递误差：它们前面的部分从这个样本里学不到东西。还要注意：微调检验时，每个权重要算两趟，而反向传播一趟就得到全部。步子太大，会纠正这一个答案而毁掉其余的：所以要小步走，看很多样本。</translation>
    </message>
    <message>
        <source>A wrong answer put right</source>
        <translation>纠正一个错答</translation>
    </message>
    <message>
        <source>One step on a test image that the CNN gets wrong.</source>
        <translation>在卷积网络答错的一张测试图像上走一步。</translation>
    </message>
    <message>
        <source>Three units</source>
        <translation>三个神经元</translation>
    </message>
    <message>
        <source>Small enough to check every number by hand.</source>
        <translation>小到每个数都能亲手验算。</translation>
    </message>
    <message>
        <source>Already right</source>
        <translation>本来就对</translation>
    </message>
    <message>
        <source>Almost no error, so almost nothing to learn.</source>
        <translation>几乎没有误差，也就几乎没什么可学。</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>The slope is nearly zero: the error dies on its way back.</source>
        <translation>斜率几乎为零：误差在往回走的路上消失了。</translation>
    </message>
    <message>
        <source>A step too large</source>
        <translation>步子太大</translation>
    </message>
    <message>
        <source>This one answer is put right, and nearly all others are spoilt.</source>
        <translation>这一个答案纠正了，其余的几乎全毁了。</translation>
    </message>
</context>
<context>
    <name>BallsPanel</name>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>In the list: the balls of one end stand out</source>
        <translation>在列表中：突出某个终点的小球</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车键</translation>
    </message>
    <message>
        <source>On the map: drop a heap at the cursor</source>
        <translation>在图上：在光标处撒下一堆</translation>
    </message>
    <message>
        <source>One method has to roll.</source>
        <translation>至少要有一种方法在滚。</translation>
    </message>
    <message>
        <source>All over the field</source>
        <translation>撒满全域</translation>
    </message>
    <message>
        <source>In a heap</source>
        <translation>撒成一堆</translation>
    </message>
</context>
<context>
    <name>BallsShowcase</name>
    <message>
        <source>A thousand starts</source>
        <translation>一千个起点</translation>
    </message>
    <message>
        <source>Fifteen hollows: does the deepest get the most balls?</source>
        <translation>十五个洼地：最深的分到的球最多吗？</translation>
    </message>
    <message>
        <source>What drains where</source>
        <translation>哪里流向哪里</translation>
    </message>
    <message>
        <source>Four valleys equally deep: the colour of a start says where it ends</source>
        <translation>四个谷一样深：起点的颜色表示它停在哪个谷</translation>
    </message>
    <message>
        <source>Ripples on a bowl</source>
        <translation>碗里的波纹</translation>
    </message>
    <message>
        <source>Descent is caught in the first ripple. Who gets through with momentum?</source>
        <translation>普通下降困在第一道波纹里。加上动量谁能穿过去？</translation>
    </message>
    <message>
        <source>A heap on a saddle</source>
        <translation>鞍点上的一堆</translation>
    </message>
    <message>
        <source>All begin next to the ridge: who first notices the way down?</source>
        <translation>都从山脊旁出发：谁最先发现下坡的路？</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>高原</translation>
    </message>
    <message>
        <source>The same rate: how many steps does plain descent wait there?</source>
        <translation>同样的学习率：普通下降在那里要等多少步？</translation>
    </message>
    <message>
        <source>Newton goes up, too</source>
        <translation>牛顿法也会上坡</translation>
    </message>
    <message>
        <source>It looks for level ground: at what kinds of places does it end?</source>
        <translation>它找的是平的地方：会停在哪几种地方？</translation>
    </message>
    <message>
        <source>An egg box</source>
        <translation>蛋托</translation>
    </message>
    <message>
        <source>5,000 starts, 121 hollows: how likely is it to hit the deepest?</source>
        <translation>5,000 个起点，121 个洼地：落进最深处的机会有多大？</translation>
    </message>
    <message>
        <source>Thrown out</source>
        <translation>被甩出去</translation>
    </message>
    <message>
        <source>Steep corners, a flat valley: who is thrown out, who dawdles?</source>
        <translation>四角陡，谷底平：谁被甩出去，谁磨磨蹭蹭？</translation>
    </message>
    <message>
        <source>Never at rest</source>
        <translation>永不停歇</translation>
    </message>
    <message>
        <source>RMSProp’s steps do not shrink with the slope: who ever arrives?</source>
        <translation>RMSProp 的步子不随坡度变小：有谁到得了？</translation>
    </message>
</context>
<context>
    <name>BallsView</name>
    <message>
        <source>balls still rolling</source>
        <translation>还在滚的小球</translation>
    </message>
    <message>
        <source>height of the ball in the middle</source>
        <translation>居中小球的高度</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>At {place} the height is {value}.</source>
        <translation>{place} 处的高度是 {value}。</translation>
    </message>
    <message>
        <source>Where they are</source>
        <translation>现在在哪里</translation>
    </message>
    <message>
        <source>Where they began</source>
        <translation>从哪里出发</translation>
    </message>
    <message>
        <source>Balls on the surface</source>
        <translation>曲面上的小球</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Still rolling</source>
        <translation>还在滚</translation>
    </message>
    <message>
        <source>Median height</source>
        <translation>高度中位数</translation>
    </message>
    <message>
        <source>The balls over the steps</source>
        <translation>小球随步数的变化</translation>
    </message>
</context>
<context>
    <name>BallsWords</name>
    <message>
        <source>Balls</source>
        <translation>小球</translation>
    </message>
    <message>
        <source>So many are dropped, each by chance</source>
        <translation>随机撒下这么多个小球</translation>
    </message>
    <message>
        <source>Throw</source>
        <translation>撒法</translation>
    </message>
    <message>
        <source>Another number, other places</source>
        <translation>换一个数，就换一批位置</translation>
    </message>
    <message>
        <source>Size of the heap</source>
        <translation>堆的大小</translation>
    </message>
    <message>
        <source>Its side over that of the field: on a ridge, the smaller the longer</source>
        <translation>堆的边长与整个区域边长之比：在山脊上，堆越小等得越久</translation>
    </message>
    <message>
        <source>The balls are being dropped …</source>
        <translation>正在撒下小球……</translation>
    </message>
    <message>
        <source>{n} balls wait. In how many places will they end? Press play.</source>
        <translation>{n} 个小球等着出发。最后会停在几个地方？按播放。</translation>
    </message>
    <message>
        <source>{count} still roll.</source>
        <translation>还有 {count} 个在滚。</translation>
    </message>
    <message>
        <source>{count} are stuck on level ground.</source>
        <translation>{count} 个困在平地上。</translation>
    </message>
    <message>
        <source>{count} have run away for good.</source>
        <translation>{count} 个一去不返。</translation>
    </message>
    <message>
        <source>{name}, step {step}: none of {n} balls has come to rest yet.</source>
        <translation>{name}，第 {step} 步：{n} 个小球还没有一个停下。</translation>
    </message>
    <message>
        <source>{name}, step {step}: all {n} balls have come to rest, in {m} places; the deepest, at {value}, got {share}.</source>
        <translation>{name}，第 {step} 步：{n} 个小球全部停下，停在 {m} 处；最深的一处高度 {value}，分到 {share}。</translation>
    </message>
    <message>
        <source>{name}, step {step}: all {n} balls have come to rest in one place.</source>
        <translation>{name}，第 {step} 步：{n} 个小球全部停在同一处。</translation>
    </message>
    <message>
        <source>{name}, step {step}: {rest} of {n} balls have come to rest, all in one place.</source>
        <translation>{name}，第 {step} 步：{n} 个小球中有 {rest} 个停下，都在同一处。</translation>
    </message>
    <message>
        <source>{name}, step {step}: {rest} of {n} balls have come to rest, in {m} places; the deepest, at {value}, got {share}.</source>
        <translation>{name}，第 {step} 步：{n} 个小球中有 {rest} 个停下，停在 {m} 处；最深的一处高度 {value}，分到 {share}。</translation>
    </message>
    <message>
        <source>{n} lost</source>
        <translation>{n} 个跑掉</translation>
    </message>
    <message>
        <source>{n} roll</source>
        <translation>{n} 个在滚</translation>
    </message>
    <message>
        <source>{share} deepest</source>
        <translation>{share} 最深</translation>
    </message>
    <message>
        <source>still rolling</source>
        <translation>还在滚</translation>
    </message>
    <message>
        <source>run away</source>
        <translation>跑掉了</translation>
    </message>
    <message>
        <source>elsewhere</source>
        <translation>别处</translation>
    </message>
    <message>
        <source>stuck on level ground</source>
        <translation>困在平地上</translation>
    </message>
    <message>
        <source>a saddle</source>
        <translation>鞍点</translation>
    </message>
    <message>
        <source>a top</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>a hollow</source>
        <translation>洼地</translation>
    </message>
    <message>
        <source>{name}: {hits} of {n} balls.</source>
        <translation>{name}：{n} 个小球中的 {hits} 个。</translation>
    </message>
    <message>
        <source>{kind} at {place}, height {height}: {hits} of {n} balls = {share}.</source>
        <translation>{kind}，位于 {place}，高度 {height}：{n} 个小球中的 {hits} 个 = {share}。</translation>
    </message>
    <message>
        <source>This ball began at {start} and rests in place {rank}, at {end}.</source>
        <translation>这个小球从 {start} 出发，停在第 {rank} 处，即 {end}。</translation>
    </message>
    <message>
        <source>This ball began at {start} and is at {here}, still rolling.</source>
        <translation>这个小球从 {start} 出发，现在在 {here}，还在滚。</translation>
    </message>
    <message>
        <source>This ball began at {start}: {name}.</source>
        <translation>这个小球从 {start} 出发：{name}。</translation>
    </message>
    <message>
        <source>Downhill is a local word: a ball that only feels the slope under it comes to rest in the hollow it started above, be there a deeper one next to it or not. Where training ends depends on where it begins. Dropping a thousand balls shows all ends at once, how deep each is, and how large the ground that drains into it.</source>
        <translation>“下坡”是个局部的词：小球只感觉得到脚下的坡度，便停在出发处下方的洼地里，不管旁边有没有更深的。训练在哪里结束，取决于从哪里开始。一次撒下一千个小球，所有的终点就都看到了：每处多深，又有多大一片地方流向它。</translation>
    </message>
    <message>
        <source>Ripples on a bowl: does speed help over them?</source>
        <translation>碗里有波纹：有速度就能越过去吗？</translation>
    </message>
    <message>
        <source>On the ridge of a saddle: how long do they wait?</source>
        <translation>在鞍面的脊上：要等多久？</translation>
    </message>
    <message>
        <source>Let Newton’s method look for the hollows</source>
        <translation>让牛顿法去找洼地</translation>
    </message>
    <message>
        <source>Switch to where they began: each colour is the ground that drains into one end. Deep hollows are not always those with the most balls. On a plateau or beside a saddle there is hardly any slope: the charts show how long plain descent waits there, and that momentum, which adds up small slopes, is away much sooner.</source>
        <translation>切换到“从哪里出发”：每种颜色就是流向同一终点的那片地方。最深的洼地不一定球最多。高原上、鞍点旁几乎没有坡度：图中看得出普通梯度下降要等多久，而动量把微小的坡度攒起来，早早就走了。</translation>
    </message>
</context>
<context>
    <name>BatchList</name>
    <message>
        <source>No batch has been drawn yet.</source>
        <translation>还没有抽取批次。</translation>
    </message>
    <message>
        <source>example</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>mean of {n}</source>
        <translation>{n} 个的平均</translation>
    </message>
    <message>
        <source>Example {i}: row {row} of those to learn from</source>
        <translation>样例 {i}：训练样例中的第 {row} 行</translation>
    </message>
    <message>
        <source>Examples of the batch</source>
        <translation>批次中的样例</translation>
    </message>
    <message>
        <source>All {n} examples; arrow keys choose one.</source>
        <translation>全部 {n} 个样例；用方向键选择一个。</translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message>
        <source>One net</source>
        <translation>单个网络</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>一致程度</translation>
    </message>
    <message>
        <source>Averages</source>
        <translation>两种平均</translation>
    </message>
</context>
<context>
    <name>BlockForm</name>
    <message>
        <source>Layer {i}: {name}</source>
        <translation>第 {i} 层：{name}</translation>
    </message>
    <message>
        <source>Move towards the input</source>
        <translation>向输入方向移动</translation>
    </message>
    <message>
        <source>Move towards the answer</source>
        <translation>向回答方向移动</translation>
    </message>
    <message>
        <source>Take this layer out</source>
        <translation>去掉这一层</translation>
    </message>
</context>
<context>
    <name>BlockView</name>
    <message>
        <source>What the layer looks at, and what it gives</source>
        <translation>这一层看到的值，以及它给出的值</translation>
    </message>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
</context>
<context>
    <name>BlocksPicture</name>
    <message>
        <source>↓ activations</source>
        <translation>↓ 激活值</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>↑ gradients</source>
        <translation>↑ 梯度</translation>
    </message>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>loss {value} → {after}</source>
        <translation>损失 {value} → {after}</translation>
    </message>
    <message>
        <source>Rows: examples, columns: units.</source>
        <translation>行：样例，列：神经元。</translation>
    </message>
    <message>
        <source>Each cell is a unit.</source>
        <translation>每格一个神经元。</translation>
    </message>
    <message>
        <source>Orange +, blue −, each strip on its own scale.</source>
        <translation>橙正蓝负，各条色带的标度各自独立。</translation>
    </message>
</context>
<context>
    <name>Brief</name>
    <message>
        <source>Task …</source>
        <translation>任务…</translation>
    </message>
    <message>
        <source>Net …</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>Branch off here</source>
        <translation>在此分支</translation>
    </message>
    <message>
        <source>A second line goes on from this moment; turn one of its knobs</source>
        <translation>从这一刻起另有一条线继续；请转动它的一个旋钮</translation>
    </message>
    <message>
        <source>Draw on this net</source>
        <translation>用这个网络手写</translation>
    </message>
    <message>
        <source>Opens Digits with the net as it is at this moment</source>
        <translation>打开“数字”，使用此刻的网络</translation>
    </message>
    <message>
        <source>Keep this net</source>
        <translation>保留这个网络</translation>
    </message>
    <message>
        <source>Puts the net of this moment among your own, for all rooms</source>
        <translation>把此刻的网络存入你的网络，各房间都能用</translation>
    </message>
</context>
<context>
    <name>Bring</name>
    <message>
        <source>Tables and pictures (*.csv *.tsv *.txt *.npz *.npy *.gz *idx1-ubyte *idx3-ubyte *.idx)</source>
        <translation>表格和图像 (*.csv *.tsv *.txt *.npz *.npy *.gz *idx1-ubyte *idx3-ubyte *.idx)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open examples</source>
        <translation>打开样例</translation>
    </message>
    <message>
        <source>Open a folder with a folder of pictures for each class</source>
        <translation>打开一个文件夹，其中每个类别各有一个图像文件夹</translation>
    </message>
    <message>
        <source>Which file holds the labels of {file}?</source>
        <translation>{file} 的标签在哪个文件里？</translation>
    </message>
    <message>
        <source>Which file holds the pictures of {file}?</source>
        <translation>{file} 的图像在哪个文件里？</translation>
    </message>
    <message>
        <source>Where is {file}?</source>
        <translation>{file} 在哪里？</translation>
    </message>
    <message>
        <source>Reading {file}… {share} %</source>
        <translation>正在读取 {file}……{share} %</translation>
    </message>
    <message>
        <source>Examples of your own</source>
        <translation>自己的样例</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A table (CSV) or pictures with labels (IDX, NPZ)  (Ctrl+O)</source>
        <translation>表格（CSV）或带标签的图像（IDX、NPZ）  (Ctrl+O)</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>A folder with a folder of pictures for each class</source>
        <translation>一个文件夹，其中每个类别各有一个图像文件夹</translation>
    </message>
    <message>
        <source>Or drop them on this page, or choose Painted and paint.</source>
        <translation>也可以拖放到本页，或选择“手绘”自己画。</translation>
    </message>
    <message>
        <source>Pictures in folders become</source>
        <translation>文件夹中的图像变为</translation>
    </message>
    <message>
        <source>Pixels of each picture, once it has been read</source>
        <translation>读入后每幅图像的像素数</translation>
    </message>
</context>
<context>
    <name>BringIn</name>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff *.pgm *.ppm *.pbm)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff *.pgm *.ppm *.pbm)</translation>
    </message>
    <message>
        <source>Open a photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Open a photo of handwritten digits  (Ctrl+O)</source>
        <translation>打开一张手写数字的照片  (Ctrl+O)</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>粘贴</translation>
    </message>
    <message>
        <source>Take the picture on the clipboard  (Ctrl+V)</source>
        <translation>使用剪贴板里的图片  (Ctrl+V)</translation>
    </message>
    <message>
        <source>Or drop a picture anywhere on this page.</source>
        <translation>也可以把图片拖到本页任意位置。</translation>
    </message>
</context>
<context>
    <name>Brushes</name>
    <message>
        <source>Paint class {k}</source>
        <translation>画第 {k} 类的点</translation>
    </message>
    <message>
        <source>Rubber: take points away</source>
        <translation>橡皮：擦去点</translation>
    </message>
    <message>
        <source>Take all points away</source>
        <translation>擦去所有的点</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>perfectly calibrated</source>
        <translation>把握与正确率一致</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Calibration error: nothing is judged yet.</source>
        <translation>校准误差：还没有判断任何图片。</translation>
    </message>
    <message>
        <source>Calibration error (ECE) {ece}, Brier score {brier}, log loss {loss}</source>
        <translation>校准误差（ECE）{ece}，布里尔分数 {brier}，对数损失 {loss}</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>校准</translation>
    </message>
    <message>
        <source>how sure</source>
        <translation>确信程度</translation>
    </message>
    <message>
        <source>how often right</source>
        <translation>实际正确率</translation>
    </message>
    <message>
        <source>Nothing is judged yet.</source>
        <translation>还没有判断任何图片。</translation>
    </message>
    <message>
        <source>ECE: the distance between how sure and how often right, averaged over all answers by their bins. Brier score: squared distance of the ten probabilities from the truth, 0 to 2. Log loss: the mean of −ln of the probability of the true digit. The bars at the points are what chance leaves open (Wilson, 95 %).</source>
        <translation>ECE：各组“确信程度”与“实际正确率”的差距，按各组回答数加权平均。布里尔分数：十个概率与真实情况之间的平方距离，取值 0 到 2。对数损失：真实数字所得概率的 −ln 的平均值。各点的误差线表示偶然误差的范围（威尔逊区间，95&#x202f;%）。</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>loss {value}</source>
        <translation>损失 {value}</translation>
    </message>
    <message>
        <source>is “{true}”, was taken for “{said}”</source>
        <translation>是“{true}”，被认作“{said}”</translation>
    </message>
    <message>
        <source>is {true}, the net says {said}</source>
        <translation>真值 {true}，网络回答 {said}</translation>
    </message>
    <message>
        <source>loss = mean of (answer − value)² = {loss}, in units of the net</source>
        <translation>损失 = (回答 − 真值)² 的平均 = {loss}，以网络的单位计</translation>
    </message>
    <message>
        <source>validation example {i}</source>
        <translation>第 {i} 个验证样例</translation>
    </message>
    <message>
        <source>the net’s outputs are no numbers</source>
        <translation>网络的输出不是数</translation>
    </message>
    <message>
        <source>loss = −ln p({true}) = −ln {p} = {loss}</source>
        <translation>损失 = −ln p({true}) = −ln {p} = {loss}</translation>
    </message>
</context>
<context>
    <name>ChainView</name>
    <message>
        <source>Gradient of one weight</source>
        <translation>单个权重的梯度</translation>
    </message>
</context>
<context>
    <name>Chapters</name>
    <message>
        <source>One token at a time</source>
        <translation>一次添加一个词</translation>
    </message>
    <message>
        <source>What is a model</source>
        <translation>什么是模型</translation>
    </message>
    <message>
        <source>Neural nets</source>
        <translation>神经网络</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>机器学习和神经网络的训练</translation>
    </message>
    <message>
        <source>The art of training</source>
        <translation>神经网络训练的艺术</translation>
    </message>
    <message>
        <source>Can a large enough net do everything?</source>
        <translation>足够大的神经网络无所不能吗？</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>Is the map right?</source>
        <translation>这些图可信吗？</translation>
    </message>
    <message>
        <source>Probability, while inputs are taken away</source>
        <translation>逐个拿走输入时的概率</translation>
    </message>
    <message>
        <source>follows the maps</source>
        <translation>等各图算完就画</translation>
    </message>
    <message>
        <source>Mean probability by order</source>
        <translation>按各种顺序拿走时的平均概率</translation>
    </message>
    <message>
        <source>The mean height of each curve: |∇f| by the size of the gradient, x·∇f by gradient × input, ∫∇f by integrated gradients, and by occlusion. The inputs that a map puts highest are taken away first, until all are as the baseline; random is the mean of 8 orders.</source>
        <translation>每条曲线的平均高度：|∇f| 按梯度大小，x·∇f 按“梯度 × 输入”，∫∇f 按积分梯度，另有遮挡。图中排在最前的输入最先拿走，直到全部等于基线；“随机”是 8 种顺序的平均。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>occl.</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>probability of {k}</source>
        <translation>{k} 的概率</translation>
    </message>
    <message>
        <source>inputs taken away</source>
        <translation>已拿走的输入</translation>
    </message>
</context>
<context>
    <name>Columns</name>
    <message>
        <source>{n} rows; {left} with a gap in a chosen column are left out.</source>
        <translation>共 {n} 行；所选列有空缺的 {left} 行未使用。</translation>
    </message>
    <message>
        <source>{n} inputs, 0 or 1</source>
        <translation>{n} 个输入，0 或 1</translation>
    </message>
    <message>
        <source>target: class</source>
        <translation>目标：类别</translation>
    </message>
    <message>
        <source>target: value</source>
        <translation>目标：数值</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>ignored</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>全空</translation>
    </message>
    <message>
        <source>always the same</source>
        <translation>全都相同</translation>
    </message>
    <message>
        <source>over {n} words</source>
        <translation>超过 {n} 个词</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 个词</translation>
    </message>
    <message>
        <source>Take it as a value</source>
        <translation>当作数值</translation>
    </message>
    <message>
        <source>Take it as classes</source>
        <translation>当作类别</translation>
    </message>
    <message>
        <source>Columns of the table</source>
        <translation>表格的列</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Ignore</source>
        <translation>忽略</translation>
    </message>
    <message>
        <source>in it</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>scaled to</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>role</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>row {k}</source>
        <translation>第 {k} 行</translation>
    </message>
    <message>
        <source>The net is shown these columns</source>
        <translation>网络会看到这些列</translation>
    </message>
    <message>
        <source>The net has to answer with this column</source>
        <translation>网络要给出这一列的值</translation>
    </message>
    <message>
        <source>The net never sees these columns</source>
        <translation>网络永远看不到这些列</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Nothing is judged yet.</source>
        <translation>还没有判断任何图片。</translation>
    </message>
    <message>
        <source>taken for</source>
        <translation>被当成</translation>
    </message>
    <message>
        <source>is</source>
        <translation>实际是</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>混淆矩阵</translation>
    </message>
    <message>
        <source>{wrong} of {n} were taken for another class.</source>
        <translation>{n} 个中有 {wrong} 个被认作别的类。</translation>
    </message>
    <message>
        <source>Of {total} that were taken for “{what}”, {wrong} are something else.</source>
        <translation>被认作“{what}”的 {total} 个中，{wrong} 个是别的。</translation>
    </message>
    <message>
        <source>{wrong} of {total} “{what}” were taken for another class.</source>
        <translation>{total} 个“{what}”中有 {wrong} 个被认作别的类。</translation>
    </message>
    <message>
        <source>{n} of {total} “{what}” were recognised: {share}.</source>
        <translation>{total} 个“{what}”中认对 {n} 个：{share}。</translation>
    </message>
    <message>
        <source>{n} of {total} “{one}” were taken for “{other}”.</source>
        <translation>{total} 个“{one}”中有 {n} 个被认作“{other}”。</translation>
    </message>
    <message>
        <source>{wrong} of {n} were taken for another digit.</source>
        <translation>{n} 张中有 {wrong} 张被当成了别的数字。</translation>
    </message>
    <message>
        <source>{n} of {total} {what} were recognised: {share}.</source>
        <translation>{total} 个 {what} 中认出了 {n} 个：{share}。</translation>
    </message>
    <message>
        <source>{wrong} of {total} {what} were taken for another digit.</source>
        <translation>{total} 个 {what} 中有 {wrong} 个被当成了别的数字。</translation>
    </message>
    <message>
        <source>Of {total} pictures that were taken for {what}, {wrong} are something else.</source>
        <translation>被当成 {what} 的 {total} 张图片中，有 {wrong} 张其实是别的数字。</translation>
    </message>
    <message>
        <source>No {one} was taken for {other}.</source>
        <translation>没有 {one} 被当成 {other}。</translation>
    </message>
    <message>
        <source>One {one} was taken for {other}.</source>
        <translation>有 1 个 {one} 被当成了 {other}。</translation>
    </message>
    <message>
        <source>{n} {ones} were taken for {others}.</source>
        <translation>有 {n} 个 {ones} 被当成了 {others}。</translation>
    </message>
</context>
<context>
    <name>CostBar</name>
    <message>
        <source>parameters</source>
        <translation>个参数</translation>
    </message>
    <message>
        <source>multiply-adds for an example</source>
        <translation>一个样例的乘加次数</translation>
    </message>
    <message>
        <source>{n} examples × {each} (forward, and back to all weights) = {all}</source>
        <translation>{n} 个样例 × {each}（前向，再回到所有权重）= {all}</translation>
    </message>
    <message>
        <source>multiply-adds in a step of {n}</source>
        <translation>一步（{n} 个样例）的乘加次数</translation>
    </message>
    <message>
        <source>Parameters and gradient {a} + values of the examples on the way {b} + optimiser {c}</source>
        <translation>参数与梯度 {a} + 途中各样例的值 {b} + 优化器 {c}</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>约 {size}</translation>
    </message>
    <message>
        <source>memory to learn</source>
        <translation>学习所需内存</translation>
    </message>
    <message>
        <source>for an epoch, here</source>
        <translation>本机每轮用时</translation>
    </message>
    <message>
        <source>It could not be measured.</source>
        <translation>没能测出来。</translation>
    </message>
    <message>
        <source>Real steps of this net are being timed.</source>
        <translation>正在给这个网络真正的训练步计时。</translation>
    </message>
    <message>
        <source>{n} steps × {each}, measured just now by taking {k} steps of this net</source>
        <translation>{n} 步 × {each}，刚刚用这个网络走了 {k} 步测得</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>约 {time}</translation>
    </message>
</context>
<context>
    <name>CountBars</name>
    <message>
        <source>Histogram</source>
        <translation>直方图</translation>
    </message>
</context>
<context>
    <name>CountsTable</name>
    <message>
        <source>What the formula consists of</source>
        <translation>公式的组成</translation>
    </message>
</context>
<context>
    <name>Curve</name>
    <message>
        <source>Examples along a line</source>
        <translation>一条线上的样例</translation>
    </message>
    <message>
        <source>{n} points; values from {low} to {high}.</source>
        <translation>{n} 个点；数值从 {low} 到 {high}。</translation>
    </message>
</context>
<context>
    <name>CurveKnobs</name>
    <message>
        <source>Each point is the mean of the last {share} of the steps up to it.</source>
        <translation>每一点是到它为止最后 {share} 的步数的平均。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>log steps</source>
        <translation>步数取对数</translation>
    </message>
    <message>
        <source>Equal ratios of steps are equally long: the beginning is seen large</source>
        <translation>步数之比相等则长度相等：开头看得更清楚</translation>
    </message>
    <message>
        <source>log loss</source>
        <translation>损失取对数</translation>
    </message>
    <message>
        <source>Equal ratios of the loss are equally long: small ones are seen apart</source>
        <translation>损失之比相等则长度相等：小的损失也分得开</translation>
    </message>
</context>
<context>
    <name>CurveView</name>
    <message>
        <source>The function behind the sum</source>
        <translation>求和之后的函数</translation>
    </message>
</context>
<context>
    <name>Curves</name>
    <message>
        <source>At {place}: {values}.</source>
        <translation>在 {place} 处：{values}。</translation>
    </message>
    <message>
        <source>Marked: {marks}.</source>
        <translation>标记：{marks}。</translation>
    </message>
    <message>
        <source>From {low} to {high}.</source>
        <translation>从 {low} 到 {high}。</translation>
    </message>
</context>
<context>
    <name>CurvesView</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>The curves begin with the first step.</source>
        <translation>走出第一步，曲线就开始了。</translation>
    </message>
</context>
<context>
    <name>CurvesWords</name>
    <message>
        <source>loss: mean of (answer − value)²</source>
        <translation>损失：(回答 − 真值)² 的平均</translation>
    </message>
    <message>
        <source>loss: mean of −ln p(true class)</source>
        <translation>损失：−ln p(正确类别) 的平均</translation>
    </message>
    <message>
        <source>variance explained, R²</source>
        <translation>解释的方差，R²</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>答对的比例</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>training loss of this batch: {mean}</source>
        <translation>这一批的训练损失：{mean}</translation>
    </message>
    <message>
        <source>training loss, mean of steps {first} to {last}: {mean} ({least} to {most})</source>
        <translation>第 {first} 到 {last} 步训练损失的平均：{mean}（{least} 到 {most}）</translation>
    </message>
    <message>
        <source>drawn is the mean of the last {share} of the steps</source>
        <translation>画出的是最后 {share} 步数的平均</translation>
    </message>
    <message>
        <source>validation loss: {value}{of}, measured at step {step}</source>
        <translation>验证损失：{value}{of}，在第 {step} 步测得</translation>
    </message>
    <message>
        <source>R² = 1 − loss / variance: {train} training, {valid} validation</source>
        <translation>R² = 1 − 损失 / 方差：训练 {train}，验证 {valid}</translation>
    </message>
    <message>
        <source>training: {share} right</source>
        <translation>训练：答对 {share}</translation>
    </message>
    <message>
        <source>measured at step {step}</source>
        <translation>在第 {step} 步测得</translation>
    </message>
    <message>
        <source>learning rate {rate}: w ← w − rate · optimiser’s step</source>
        <translation>学习率 {rate}：w ← w − 学习率 · 优化器的一步</translation>
    </message>
    <message>
        <source>{turn} at step {step}</source>
        <translation>第 {step} 步：{turn}</translation>
    </message>
    <message>
        <source>Step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>, mean of {n} examples</source>
        <translation>，{n} 个样例的平均</translation>
    </message>
    <message>
        <source>validation: {share} right</source>
        <translation>验证：答对 {share}</translation>
    </message>
    <message>
        <source>validation: {right} of {n} right, {share}</source>
        <translation>验证：{n} 个中答对 {right} 个，{share}</translation>
    </message>
</context>
<context>
    <name>CutList</name>
    <message>
        <source>Set this cut aside, or make it again</source>
        <translation>暂时搁置这次干预，或重新施加</translation>
    </message>
    <message>
        <source>Remove: {cut}</source>
        <translation>移除：{cut}</translation>
    </message>
    <message>
        <source>… and {n} before these.</source>
        <translation>……此前还有 {n} 次。</translation>
    </message>
    <message>
        <source>Nothing is cut. Choose units in the picture and switch them off.</source>
        <translation>还没有干预。在图中选择神经元，把它们关掉。</translation>
    </message>
</context>
<context>
    <name>DataChoice</name>
    <message>
        <source>Pictures to be judged</source>
        <translation>要判断的图片</translation>
    </message>
    <message>
        <source>The 10,000 test images that no net here has learnt from, or your own digits</source>
        <translation>这里的网络都没有学过的 10,000 张测试图片，或者你自己写的数字</translation>
    </message>
    <message>
        <source>MNIST test images</source>
        <translation>MNIST 测试图片</translation>
    </message>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
</context>
<context>
    <name>DataView</name>
    <message>
        <source>{n} examples are the most.</source>
        <translation>最多 {n} 个样例。</translation>
    </message>
    <message>
        <source>One example has to stay.</source>
        <translation>至少要留一个样例。</translation>
    </message>
    <message>
        <source>The model on its data</source>
        <translation>模型与数据</translation>
    </message>
</context>
<context>
    <name>DecisionMap</name>
    <message>
        <source>Answers over the plane</source>
        <translation>平面上各处的回答</translation>
    </message>
</context>
<context>
    <name>DescentTabs</name>
    <message>
        <source>Walk</source>
        <translation>行走</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Balls</source>
        <translation>小球</translation>
    </message>
    <message>
        <source>Rates</source>
        <translation>学习率</translation>
    </message>
</context>
<context>
    <name>DescentWords</name>
    <message>
        <source>Descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Bowl</source>
        <translation>碗</translation>
    </message>
    <message>
        <source>Noisy bowl</source>
        <translation>有噪声的碗</translation>
    </message>
    <message>
        <source>Ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <source>Rosenbrock’s valley</source>
        <translation>Rosenbrock 山谷</translation>
    </message>
    <message>
        <source>Saddle between walls</source>
        <translation>两壁之间的鞍面</translation>
    </message>
    <message>
        <source>Open saddle</source>
        <translation>敞开的鞍面</translation>
    </message>
    <message>
        <source>Plateau</source>
        <translation>高原</translation>
    </message>
    <message>
        <source>Himmelblau’s four valleys</source>
        <translation>Himmelblau 的四个谷</translation>
    </message>
    <message>
        <source>Beale’s flat valley</source>
        <translation>Beale 的平谷</translation>
    </message>
    <message>
        <source>Many hollows</source>
        <translation>许多洼地</translation>
    </message>
    <message>
        <source>Rastrigin’s egg box</source>
        <translation>Rastrigin 蛋托</translation>
    </message>
    <message>
        <source>Ackley’s funnel</source>
        <translation>Ackley 漏斗</translation>
    </message>
    <message>
        <source>A formula of your own</source>
        <translation>自己的公式</translation>
    </message>
    <message>
        <source>Gradient descent</source>
        <translation>梯度下降</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>Nesterov</source>
        <translation>Nesterov</translation>
    </message>
    <message>
        <source>Newton</source>
        <translation>牛顿法</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far a step goes for a slope of 1</source>
        <translation>坡度为 1 时一步走多远</translation>
    </message>
    <message>
        <source>The share of the last step’s speed that is kept</source>
        <translation>上一步的速度保留多少</translation>
    </message>
    <message>
        <source>The share of the running mean of gradients that is kept</source>
        <translation>梯度的滑动平均保留多少</translation>
    </message>
    <message>
        <source>The share of the running mean of squared gradients that is kept</source>
        <translation>梯度平方的滑动平均保留多少</translation>
    </message>
    <message>
        <source>Decay</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls towards (0, 0) with each step, whatever the surface says</source>
        <translation>不管曲面如何，每一步都往 (0, 0) 拉</translation>
    </message>
    <message>
        <source>Damping</source>
        <translation>阻尼</translation>
    </message>
    <message>
        <source>Added to all curvatures: 0 is Newton’s own step, much is descent</source>
        <translation>加到所有曲率上：0 就是牛顿法本身，很大就成了普通下降</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>记忆</translation>
    </message>
    <message>
        <source>So many of the last steps tell of the curvature</source>
        <translation>用最近这么多步来估计曲率</translation>
    </message>
    <message>
        <source>Type a formula in x and y.</source>
        <translation>请输入含 x 和 y 的公式。</translation>
    </message>
    <message>
        <source>This is nowhere in sight a number that can be drawn.</source>
        <translation>在看得见的范围里，它处处都不是画得出来的数。</translation>
    </message>
    <message>
        <source>The bracket at place {place} is never closed.</source>
        <translation>第 {place} 个字符处的括号没有闭合。</translation>
    </message>
    <message>
        <source>The bracket at place {place} closes nothing.</source>
        <translation>第 {place} 个字符处的括号没有对应的左括号。</translation>
    </message>
    <message>
        <source>The formula has {length} characters; {limit} are the most.</source>
        <translation>公式有 {length} 个字符，最多 {limit} 个。</translation>
    </message>
    <message>
        <source>Place {place}: more than {limit} brackets within each other.</source>
        <translation>第 {place} 个字符：括号嵌套超过 {limit} 层。</translation>
    </message>
    <message>
        <source>Place {place}: more than {limit} operations.</source>
        <translation>第 {place} 个字符：运算超过 {limit} 个。</translation>
    </message>
    <message>
        <source>Place {place}: the number {found} is too large.</source>
        <translation>第 {place} 个字符：数 {found} 太大。</translation>
    </message>
    <message>
        <source>Place {place}: {found} is no number.</source>
        <translation>第 {place} 个字符：{found} 不是数。</translation>
    </message>
    <message>
        <source>Place {place}: “{found}” means nothing here.</source>
        <translation>第 {place} 个字符：“{found}”在这里没有意义。</translation>
    </message>
    <message>
        <source>Place {place}: “{found}” was not expected here.</source>
        <translation>第 {place} 个字符：这里不该出现“{found}”。</translation>
    </message>
    <message>
        <source>Place {place}: “{name}” is not known.</source>
        <translation>第 {place} 个字符：不认识“{name}”。</translation>
    </message>
    <message>
        <source>Place {place}: there are two variables, x and y; “{name}” is none of them.</source>
        <translation>第 {place} 个字符：只有 x 和 y 两个变量，没有“{name}”。</translation>
    </message>
    <message>
        <source>Place {place}: {name} needs brackets, as in {name}(x).</source>
        <translation>第 {place} 个字符：{name} 需要括号，例如 {name}(x)。</translation>
    </message>
    <message>
        <source>Place {place}: {name} does not take {count} values.</source>
        <translation>第 {place} 个字符：{name} 不能带 {count} 个值。</translation>
    </message>
    <message>
        <source>Something is missing after “{after}”.</source>
        <translation>“{after}”后面缺了东西。</translation>
    </message>
    <message>
        <source>Place {place}: “{found}” can be read in two ways; put brackets.</source>
        <translation>第 {place} 个字符：“{found}”有两种读法，请加括号。</translation>
    </message>
    <message>
        <source>Place {place}: this cannot be read.</source>
        <translation>第 {place} 个字符：读不懂。</translation>
    </message>
    <message>
        <source>Is {name} meant?</source>
        <translation>是想写 {name} 吗？</translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>To the pad</source>
        <translation>放到手写板</translation>
    </message>
    <message>
        <source>Lay it on the drawing pad, where every layer of the net can be seen; Enter does the same</source>
        <translation>放到手写板，在那里可以看到网络的每一层；也可按 Enter 键</translation>
    </message>
</context>
<context>
    <name>DifferStrip</name>
    <message>
        <source>none so far</source>
        <translation>暂时没有</translation>
    </message>
    <message>
        <source>none at all</source>
        <translation>一张也没有</translation>
    </message>
    <message>
        <source>Test images on which the two differ</source>
        <translation>两位评委有分歧的测试图片</translation>
    </message>
    <message>
        <source>{k} of {n}; the arrow keys walk through them.</source>
        <translation>第 {k} 张，共 {n} 张；用方向键逐张查看。</translation>
    </message>
</context>
<context>
    <name>DifferenceMatrix</name>
    <message>
        <source>Before the cuts: {n} {who}.</source>
        <translation>干预之前：{n} 个 {who}。</translation>
    </message>
</context>
<context>
    <name>DigitDetail</name>
    <message>
        <source>No digit chosen</source>
        <translation>没有选中数字</translation>
    </message>
    <message>
        <source>Digit {k} of {n}</source>
        <translation>第 {k} 个数字，共 {n} 个</translation>
    </message>
    <message>
        <source>Click one on the photo.</source>
        <translation>请在照片上点一个。</translation>
    </message>
    <message>
        <source>{first} ({p}); next best: {second} ({q})</source>
        <translation>{first}（{p}），其次是 {second}（{q}）</translation>
    </message>
    <message>
        <source>To the pad</source>
        <translation>放到手写板</translation>
    </message>
    <message>
        <source>Lay it on the drawing pad, where every layer of the net can be seen; Enter does the same</source>
        <translation>放到手写板，在那里可以看到网络的每一层；也可按 Enter 键</translation>
    </message>
</context>
<context>
    <name>DigitNames</name>
    <message>
        <source>zeros</source>
        <translation>0</translation>
    </message>
    <message>
        <source>ones</source>
        <translation>1</translation>
    </message>
    <message>
        <source>twos</source>
        <translation>2</translation>
    </message>
    <message>
        <source>threes</source>
        <translation>3</translation>
    </message>
    <message>
        <source>fours</source>
        <translation>4</translation>
    </message>
    <message>
        <source>fives</source>
        <translation>5</translation>
    </message>
    <message>
        <source>sixes</source>
        <translation>6</translation>
    </message>
    <message>
        <source>sevens</source>
        <translation>7</translation>
    </message>
    <message>
        <source>eights</source>
        <translation>8</translation>
    </message>
    <message>
        <source>nines</source>
        <translation>9</translation>
    </message>
</context>
<context>
    <name>DigitsConfig</name>
    <message>
        <source>Pen width</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>Width of the pen, as a share of the pad</source>
        <translation>笔画粗细，以手写板边长的百分比计</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连线数量</translation>
    </message>
    <message>
        <source>How many connections are drawn between two layers: those with the largest weight × activation</source>
        <translation>两层之间画出多少条连线：只画“权重 × 激活值”最大的那些</translation>
    </message>
</context>
<context>
    <name>DigitsPanel</name>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>Pictures are read on the page Photo: open it, and drop the picture there.</source>
        <translation>图片要在“照片”页上识别：请打开那一页，再把图片拖进去。</translation>
    </message>
</context>
<context>
    <name>DigitsShowcase</name>
    <message>
        <source>A 3, as it is written</source>
        <translation>一笔一笔写出 3</translation>
    </message>
    <message>
        <source>A small 7 in a corner</source>
        <translation>角落里的小 7</translation>
    </message>
    <message>
        <source>A 4 that becomes a 9</source>
        <translation>4 变成 9</translation>
    </message>
    <message>
        <source>Not a digit: a house</source>
        <translation>不是数字：一座房子</translation>
    </message>
    <message>
        <source>One it gets wrong</source>
        <translation>网络认错的一张</translation>
    </message>
    <message>
        <source>The small 7, unprepared</source>
        <translation>没有预处理的小 7</translation>
    </message>
    <message>
        <source>When does the net make up its mind?</source>
        <translation>网络是在什么时候下定决心的？</translation>
    </message>
    <message>
        <source>Cropping, scaling and centring bring it to where the net expects a digit</source>
        <translation>裁剪、缩放、居中之后，它就到了网络习惯看到数字的位置</translation>
    </message>
    <message>
        <source>A gap at the top that closes: where does the answer tip over?</source>
        <translation>顶上的缺口渐渐合拢：回答在哪里翻转？</translation>
    </message>
    <message>
        <source>The net names a digit all the same; the meter below the bars says it learnt nothing like it</source>
        <translation>网络照样会说出一个数字；条形图下方的量表却表明，它从没学过这样的东西</translation>
    </message>
    <message>
        <source>Neither scaled nor centred: the same net no longer knows it</source>
        <translation>不缩放也不居中：同一个网络就认不出它了</translation>
    </message>
    <message>
        <source>Would you have known? Press again for the next</source>
        <translation>换作你，认得出来吗？再按一次看下一张</translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
    <message>
        <source>Stopped at {p}: there is no meter for this net yet.</source>
        <translation>已停在 {p}：这个网络还没有量表。</translation>
    </message>
    <message>
        <source>Measuring real digits for the meter: {p} …</source>
        <translation>正在为量表测量真实数字：{p}……</translation>
    </message>
    <message>
        <source>draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>DigitsWords</name>
    <message>
        <source>Draw a digit: the net answers while the pen moves.</source>
        <translation>写一个数字吧：笔还在动，网络就已经在回答了。</translation>
    </message>
    <message>
        <source>The net hesitates: {best} ({p}) or {next} ({q})?</source>
        <translation>网络拿不定主意：是 {best}（{p}）还是 {next}（{q}）？</translation>
    </message>
    <message>
        <source>The net is {p} sure this is a {best}; next best: {next} ({q}).</source>
        <translation>网络认为这是 {best}，把握 {p}；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>After {k} of {n} pen points: {best} ({p}); next best: {next} ({q}).</source>
        <translation>写到第 {k} 个点（共 {n} 个）：{best}（{p}）；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>Not a digit? Stranger than {share} of real ones, yet the net says {best} ({p}).</source>
        <translation>不是数字？它比 {share} 的真实数字都陌生，网络却说是 {best}（{p}）。</translation>
    </message>
    <message>
        <source>Of ten digits the net says {best} ({p}); is it one at all? That is being measured.</source>
        <translation>十个数字中网络选 {best}（{p}）；它究竟是不是数字？正在测量。</translation>
    </message>
    <message>
        <source>Without {steps}: {best} ({p}). With every step: {whole} ({w}).</source>
        <translation>省去{steps}：读作 {best}（{p}）。每一步都做：{whole}（{w}）。</translation>
    </message>
    <message>
        <source>A test image of a {label}, and the net is {p} sure of it; next best: {next} ({q}).</source>
        <translation>这张测试图片是 {label}：网络认对了，把握 {p}；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>A test image of a {label}, but the net takes it for a {best} ({p}).</source>
        <translation>这张测试图片是 {label}：网络却把它认成 {best}（{p}）。</translation>
    </message>
    <message>
        <source>The answer of this net is not a number: its {n} values are beyond all limits.</source>
        <translation>这个网络的回答不是数：它的 {n} 个值超出了一切界限。</translation>
    </message>
    <message>
        <source>A picture of a {label}, and the net is {p} sure of it; next best: {next} ({q}).</source>
        <translation>这张图片是 {label}：网络认对了，把握 {p}；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>A picture of a {label}, but the net takes it for a {best} ({p}).</source>
        <translation>这张图片是 {label}：网络却把它认成 {best}（{p}）。</translation>
    </message>
    <message>
        <source>A digit you draw becomes 784 grey values. The net multiplies them by weights, adds them up, bends the sums, and does so again, layer by layer, until ten numbers are left: one for each digit. Nobody told it what a 3 looks like. Its weights were adjusted on 60,000 examples until its answers agreed with people&apos;s.</source>
        <translation>你写的数字先变成 784 个灰度值。网络把它们乘以权重，加起来，再把和“折弯”；一层接一层，直到只剩十个数，每个数字一个。没有人告诉它 3 长什么样：它的权重是在 60,000 个样例上一点点调整出来的，直到它的回答与人一致。</translation>
    </message>
    <message>
        <source>Watch a 3 being written, and when the net makes up its mind</source>
        <translation>看一个 3 怎样写成，网络又在何时下定决心</translation>
    </message>
    <message>
        <source>Draw something that is no digit: it answers all the same, and the meter tells</source>
        <translation>画一个不是数字的东西：它照样回答，量表却看得出来</translation>
    </message>
    <message>
        <source>Blue is below zero, orange above. Strongly coloured maps and neurons are the ones that answer; the lines are the largest products of weight and activation. Scrub the timeline back: the same net answers the unfinished digit. The meter below the bars compares what the layers make of your drawing with what they made of 4,000 digits to learn from: the hill is where real digits lie.</source>
        <translation>蓝色表示小于零，橙色表示大于零。颜色越鲜明的特征图和神经元，反应越强；连线是权重与激活值乘积最大的那些。把时间轴往回拖：同一个网络会对没写完的数字作出回答。条形图下方的量表，把各层对这幅手写图的反应与对 4,000 个训练数字的反应作比较：小山就是真正的数字所在之处。</translation>
    </message>
    <message>
        <source>Look at a test image that the net gets wrong</source>
        <translation>看一张网络认错的测试图片</translation>
    </message>
</context>
<context>
    <name>DisturbButtons</name>
    <message>
        <source>Undisturbed again</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Puts all nine sliders back to where nothing happens</source>
        <translation>让九个滑块都回到没有干扰的位置</translation>
    </message>
    <message>
        <source>New noise</source>
        <translation>换一片噪声</translation>
    </message>
    <message>
        <source>Draws another random field; each slider uses one field throughout</source>
        <translation>重新抽取一片随机噪声；每个滑块始终用同一片</translation>
    </message>
</context>
<context>
    <name>DisturbConfig</name>
    <message>
        <source>Prepare again</source>
        <translation>再次预处理</translation>
    </message>
    <message>
        <source>Crops, scales and centres the disturbed picture before the net gets it: shifts and sizes are undone, turns and noise are not</source>
        <translation>先裁剪、缩放、居中干扰后的图片，再交给网络：平移和大小会被抵消，旋转和噪声不会</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>遮挡块</translation>
    </message>
    <message>
        <source>Whether the patch looks like paper or like ink</source>
        <translation>遮挡块看起来像白纸还是像墨迹</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>白纸</translation>
    </message>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
</context>
<context>
    <name>DisturbShowcase</name>
    <message>
        <source>A 6 on its head</source>
        <translation>倒过来的 6</translation>
    </message>
    <message>
        <source>A patch over an 8</source>
        <translation>遮住一块的 8</translation>
    </message>
    <message>
        <source>A 9, moved four pixels</source>
        <translation>偏了四个像素的 9</translation>
    </message>
    <message>
        <source>The same, prepared again</source>
        <translation>同样的 9，再次预处理</translation>
    </message>
    <message>
        <source>A 1 in the snow</source>
        <translation>雪花中的 1</translation>
    </message>
    <message>
        <source>White on black</source>
        <translation>黑白颠倒</translation>
    </message>
    <message>
        <source>Nobody is wrong here: on its head it is a 9, and the net is sure of it</source>
        <translation>这里谁都没错：倒过来它就是 9，网络对此深信不疑</translation>
    </message>
    <message>
        <source>Where two small gaps are left, it is read as a 3. Drag the patch about</source>
        <translation>只要露出两个小缺口，它就被读作 3。拖动遮挡块试试</translation>
    </message>
    <message>
        <source>The MLP has weights for each place and loses it; choose the CNN, and it is a 9 again</source>
        <translation>MLP 的权重对应固定位置，于是认不出来；换成 CNN，它又是 9 了</translation>
    </message>
    <message>
        <source>Cropping and centring brings it back: the strips of shift and size turn calm</source>
        <translation>裁剪和居中把它找了回来：平移和大小的色带变得平静</translation>
    </message>
    <message>
        <source>You still see a stroke; the net sees an 8, as it does in almost any noise</source>
        <translation>你仍看得见一笔；网络看到的却是 8，几乎任何噪声在它眼里都是 8</translation>
    </message>
    <message>
        <source>As easy for you as before; the net has never seen ink that is paper</source>
        <translation>对你来说一样容易；网络却从没见过墨与纸颠倒的数字</translation>
    </message>
</context>
<context>
    <name>DisturbView</name>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Answers along: {amount}</source>
        <translation>沿“{amount}”变化的回答</translation>
    </message>
    <message>
        <source>As drawn</source>
        <translation>原图</translation>
    </message>
    <message>
        <source>Disturbed</source>
        <translation>干扰后</translation>
    </message>
    <message>
        <source>Prepared again</source>
        <translation>再次预处理后</translation>
    </message>
    <message>
        <source>draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
    <message>
        <source>The answers along a slider appear here</source>
        <translation>沿滑块变化的回答会显示在这里</translation>
    </message>
</context>
<context>
    <name>DisturbWords</name>
    <message>
        <source>Disturb</source>
        <translation>干扰</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Turns it clockwise, in degrees</source>
        <translation>顺时针旋转，单位为度</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右移</translation>
    </message>
    <message>
        <source>Moves it to the right; below zero to the left</source>
        <translation>向右移动；小于零则向左</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Moves it down; below zero up</source>
        <translation>向下移动；小于零则向上</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Makes it so many times as large</source>
        <translation>放大到原来的多少倍</translation>
    </message>
    <message>
        <source>Slant</source>
        <translation>倾斜</translation>
    </message>
    <message>
        <source>Slants it to the right, as italics are</source>
        <translation>像斜体字那样向右倾斜</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Blurs it: the standard deviation of a Gaussian, in pixels</source>
        <translation>使它模糊：高斯函数的标准差，单位为像素</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>1 is as it was, 0 is all grey, below zero ink and paper change places</source>
        <translation>1 为原样，0 为全灰，小于零时墨与纸互换</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Adds the same random field, more and more of it: the standard deviation of a pixel</source>
        <translation>叠加同一片随机噪声，越来越多：每个像素的标准差</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Covers a square; drag it on the picture</source>
        <translation>遮住一个方块；可在图上拖动</translation>
    </message>
    <message>
        <source>turned by {v}</source>
        <translation>旋转 {v}</translation>
    </message>
    <message>
        <source>moved {v} to the right</source>
        <translation>右移 {v}</translation>
    </message>
    <message>
        <source>moved {v} to the left</source>
        <translation>左移 {v}</translation>
    </message>
    <message>
        <source>moved down by {v}</source>
        <translation>下移 {v}</translation>
    </message>
    <message>
        <source>moved up by {v}</source>
        <translation>上移 {v}</translation>
    </message>
    <message>
        <source>at {v} its size</source>
        <translation>大小为 {v}</translation>
    </message>
    <message>
        <source>slanted by {v}</source>
        <translation>倾斜 {v}</translation>
    </message>
    <message>
        <source>blurred by {v}</source>
        <translation>模糊 {v}</translation>
    </message>
    <message>
        <source>at {v} its contrast</source>
        <translation>对比度为 {v}</translation>
    </message>
    <message>
        <source>with noise of {v}</source>
        <translation>噪声为 {v}</translation>
    </message>
    <message>
        <source>under a patch of {v}</source>
        <translation>遮挡 {v}</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between the parts of a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>{done} and {n} more</source>
        <translation>{done}，另有 {n} 项</translation>
    </message>
    <message>
        <source>Draw a digit: then see how much of each of 9 disturbances its answer survives.</source>
        <translation>写一个数字，看看 9 种干扰各要多强，回答才会改变。</translation>
    </message>
    <message>
        <source>{done}, nothing is left of the {label} that could be judged.</source>
        <translation>{done}：{label} 已经没有可供判断的部分。</translation>
    </message>
    <message>
        <source>{done}, the {label} is still read as {best} ({p}).</source>
        <translation>{done}：{label} 仍被读作 {best}（{p}）。</translation>
    </message>
    <message>
        <source>{done}, the {label} is read as {best} ({p}).</source>
        <translation>{done}：{label} 被读作 {best}（{p}）。</translation>
    </message>
    <message>
        <source>{done}, the {label} is read as {best} ({p}); it stays {label} from {low} to {high}.</source>
        <translation>{done}：{label} 被读作 {best}（{p}）；从 {low} 到 {high} 它仍是 {label}。</translation>
    </message>
    <message>
        <source>{done}, the {label} is still read as {best} ({p}), as from {low} to {high}.</source>
        <translation>{done}：{label} 仍被读作 {best}（{p}）；从 {low} 到 {high} 都是如此。</translation>
    </message>
    <message>
        <source>{done}, the {label} is read as {best} again ({p}), as it was from {low} to {high}.</source>
        <translation>{done}：{label} 又被读作 {best}（{p}），就像从 {low} 到 {high} 时那样。</translation>
    </message>
    <message>
        <source>{low} to {high}: {digit}</source>
        <translation>{low} 至 {high}：{digit}</translation>
    </message>
    <message>
        <source>People read a digit that is turned, blurred or half covered, and notice when they cannot. A net has learnt from 60,000 pictures that stood upright in the middle. Each strip shows its ten answers along one disturbance, all others held: how far the colour reaches from the notch is how much it bears.</source>
        <translation>数字被转动、模糊或遮住一半，人也能读出来，读不出时自己也知道。网络学过的 60,000 张图片却都是端正居中的。每条色带显示只改变一种干扰、其余不变时的十个回答：颜色从原样的刻痕处延伸多远，回答就能承受多少。</translation>
    </message>
    <message>
        <source>Turn a 6 all the way round, and watch it become a 9</source>
        <translation>把 6 转上一整圈，看它变成 9</translation>
    </message>
    <message>
        <source>Put a patch on an 8, and drag it about</source>
        <translation>在 8 上放一个遮挡块，拖动它</translation>
    </message>
    <message>
        <source>Move a 9 by 4 pixels; then choose the other net</source>
        <translation>把 9 移动 4 个像素，再换另一个网络</translation>
    </message>
    <message>
        <source>The ticks in the strips are flips: places where another digit takes the lead, found to a fraction of a pixel or degree. Between them the net is often quite sure, and wrong. “Prepare again” undoes shifts and sizes, as it does for every drawing; nothing undoes a turn.</source>
        <translation>色带中的竖线是翻转点：另一个数字在那里领先，精确到零点几个像素或零点几度。翻转点之间，网络常常十分肯定，却是错的。“再次预处理”能抵消平移和大小，正如对每幅手写图所做的那样；旋转则无法抵消。</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>手写板</translation>
    </message>
    <message>
        <source>Empty. Draw a digit with the mouse, a pen or a finger.</source>
        <translation>手写板是空的。用鼠标、笔或手指写一个数字。</translation>
    </message>
    <message>
        <source>Strokes on the pad: {count}.</source>
        <translation>手写板上有 {count} 笔。</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>Dropping</name>
    <message>
        <source>{line} is back at step {step}, where it had been ended.</source>
        <translation>{line}已回到第 {step} 步，也就是它结束的地方。</translation>
    </message>
    <message>
        <source>end of {line}</source>
        <translation>结束{line}</translation>
    </message>
</context>
<context>
    <name>EndList</name>
    <message>
        <source>Place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>Balls</source>
        <translation>小球</translation>
    </message>
    <message>
        <source>More: {before} above, {after} below</source>
        <translation>还有：上面 {before} 行，下面 {after} 行</translation>
    </message>
    <message>
        <source>Where the balls have ended</source>
        <translation>小球停在哪里</translation>
    </message>
</context>
<context>
    <name>ErrorsConfig</name>
    <message>
        <source>Size of the pictures</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>How large each picture of the sheet is; Ctrl with the wheel does the same</source>
        <translation>每张小图显示得多大；按住 Ctrl 滚动滚轮也可以调整</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Divides what goes into the softmax: above 1 the net is less sure of everything, below 1 surer. Its answers stay the same.</source>
        <translation>输入 softmax 之前先除以它：大于 1 时网络对什么都更没把握，小于 1 时更有把握；回答本身不变。</translation>
    </message>
    <message>
        <source>Bins</source>
        <translation>分组数</translation>
    </message>
    <message>
        <source>Answers are put into so many groups by how sure they were</source>
        <translation>按确信程度把回答分成这么多组</translation>
    </message>
    <message>
        <source>Bins have the same</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>Equally wide bins are easy to read, but nearly all answers fall into the last; equally full ones hold as many answers each</source>
        <translation>等宽的分组容易读懂，但几乎所有回答都落在最后一组；等量的分组则每组回答数相同</translation>
    </message>
    <message>
        <source>width</source>
        <translation>等宽</translation>
    </message>
    <message>
        <source>count</source>
        <translation>等量</translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>lay the chosen picture on the pad; show the pictures of a cell</source>
        <translation>把选中的图片放到手写板；显示一格中的图片</translation>
    </message>
    <message>
        <source>size of the pictures</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Test image {i}</source>
        <translation>测试图片 {i}</translation>
    </message>
    <message>
        <source>Picture {i}</source>
        <translation>第 {i} 张图片</translation>
    </message>
</context>
<context>
    <name>ErrorsPresets</name>
    <message>
        <source>Certain, and wrong</source>
        <translation>很有把握，却错了</translation>
    </message>
    <message>
        <source>Would you have known better? Sometimes the label is the doubtful part</source>
        <translation>换作你会答对吗？有时可疑的反而是标签</translation>
    </message>
    <message>
        <source>4s and 9s</source>
        <translation>4 与 9</translation>
    </message>
    <message>
        <source>Two digits that differ by a stroke at the top</source>
        <translation>这两个数字只差顶上的一笔</translation>
    </message>
    <message>
        <source>Barely right</source>
        <translation>勉强答对</translation>
    </message>
    <message>
        <source>Right by luck? The next best answer was almost as good</source>
        <translation>是碰巧答对的吗？第二名几乎同样好</translation>
    </message>
    <message>
        <source>Too sure: temperature ½</source>
        <translation>过于自信：温度 ½</translation>
    </message>
    <message>
        <source>Not one answer changes, but the points sink below the line</source>
        <translation>回答一个都没变，各点却沉到了线下</translation>
    </message>
    <message>
        <source>Too modest: temperature 2½</source>
        <translation>过于谦虚：温度 2½</translation>
    </message>
    <message>
        <source>It is right far more often than it dares to say</source>
        <translation>它答对的次数远比它敢说的多</translation>
    </message>
</context>
<context>
    <name>ErrorsView</name>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>There is no such picture.</source>
        <translation>没有这样的图片。</translation>
    </message>
</context>
<context>
    <name>ErrorsWords</name>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Every picture is about to be judged: 0 so far.</source>
        <translation>即将逐张判断图片：目前 0 张。</translation>
    </message>
    <message>
        <source>Of {k} judged so far (of {n}), {wrong} are wrong.</source>
        <translation>共 {n} 张，已判断 {k} 张，其中 {wrong} 张错了。</translation>
    </message>
    <message>
        <source>All {n} are right; the least certain has {p}.</source>
        <translation>{n} 张全部正确，把握最小的一张也有 {p}。</translation>
    </message>
    <message>
        <source>{wrong} of {n} wrong; most often {one} taken for {other} ({times} times)</source>
        <translation>{n} 张中错了 {wrong} 张；最常把 {one} 当成 {other}（{times} 次）</translation>
    </message>
    <message>
        <source>{wrong} of {n} wrong; {one} taken for {other}, for example</source>
        <translation>{n} 张中错了 {wrong} 张；例如把 {one} 当成 {other}</translation>
    </message>
    <message>
        <source>{first}.</source>
        <translation>{first}。</translation>
    </message>
    <message>
        <source>{first}; when it is 99 % sure or more, it is right {share} of the time.</source>
        <translation>{first}；把握 ≥99&#x202f;% 时，正确率 {share}。</translation>
    </message>
    <message>
        <source>Right: {n}, the least certain first</source>
        <translation>答对的：{n} 张，把握小的在前</translation>
    </message>
    <message>
        <source>Right {what}: {n}, the least certain first</source>
        <translation>答对的 {what}：{n} 张，把握小的在前</translation>
    </message>
    <message>
        <source>{one} and {other} taken for each other: {n}</source>
        <translation>{one} 与 {other} 互相混淆：{n} 张</translation>
    </message>
    <message>
        <source>About {p} sure: {n} pictures, the mistakes first</source>
        <translation>把握 {p} 的一组：{n} 张图片，答错的在前</translation>
    </message>
    <message>
        <source>Wrong: {n}, the most certain first</source>
        <translation>答错的：{n} 张，把握大的在前</translation>
    </message>
    <message>
        <source>{which}: {label}, and the net is {p} sure of it.</source>
        <translation>{which}：是 {label}，网络的把握为 {p}。</translation>
    </message>
    <message>
        <source>{which}: {label}, taken for {answer} ({p}); {label} itself got {q}.</source>
        <translation>{which}：是 {label}，却被当成 {answer}（{p}）；{label} 自己只得到 {q}。</translation>
    </message>
    <message>
        <source>A net is judged by pictures it has never seen. What it gets wrong tells more than its score: some are hopeless scrawls, some are plain to every child. The table says which digit is taken for which. The chart asks whether the net knows what it does not know: of all answers that it is 80 % sure of, are 80 % right?</source>
        <translation>要检验网络，就得用它从没见过的图片。它错在哪里，比得分更能说明问题：有些潦草得谁也认不出，有些连小孩都看得明白。表格告诉你哪个数字被当成了哪个。曲线图则问：网络知道自己不知道什么吗？在它有 80&#x202f;% 把握的回答里，真有 80&#x202f;% 是对的吗？</translation>
    </message>
    <message>
        <source>See the mistakes it was most certain of</source>
        <translation>看看它最有把握的错误</translation>
    </message>
    <message>
        <source>See the commonest mistake</source>
        <translation>看看最常见的错误</translation>
    </message>
    <message>
        <source>Turn the temperature up, until it doubts everything</source>
        <translation>调高温度，直到它怀疑一切</translation>
    </message>
    <message>
        <source>Points below the dashed line are answers that were surer than they were right. The temperature moves them, but not one answer changes: sureness and rightness are two things. Look at the most certain mistakes: in some of them the label itself is doubtful.</source>
        <translation>虚线下方的点，是那些过于自信的回答。温度会移动这些点，却不改变任何一个回答：有把握与答得对是两回事。再看看它最有把握的错误：其中有些连标签本身都值得怀疑。</translation>
    </message>
</context>
<context>
    <name>EveryoneView</name>
    <message>
        <source>no games of this kind yet</source>
        <translation>还没有这一类的游戏记录</translation>
    </message>
    <message>
        <source>agreement with the net; thick: the player chosen</source>
        <translation>与网络的一致率；粗线：选中的玩家</translation>
    </message>
</context>
<context>
    <name>EvidenceView</name>
    <message>
        <source>no sum to show</source>
        <translation>没有可展示的加和</translation>
    </message>
    <message>
        <source>weights × drawing</source>
        <translation>权重 × 手写图</translation>
    </message>
    <message>
        <source>neurons × weights</source>
        <translation>神经元 × 权重</translation>
    </message>
    <message>
        <source>{d} to {e} away</source>
        <translation>距离 {d} 到 {e}</translation>
    </message>
</context>
<context>
    <name>ExampleWall</name>
    <message>
        <source>There is no such example.</source>
        <translation>没有这样的样例。</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Examples: {n}.</source>
        <translation>样例：{n} 个。</translation>
    </message>
    <message>
        <source>Example {i} of {n}: {told}</source>
        <translation>第 {i} 个样例，共 {n} 个：{told}</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>The idea</source>
        <translation>核心思想</translation>
    </message>
    <message>
        <source>Try this</source>
        <translation>试一试</translation>
    </message>
    <message>
        <source>What to notice</source>
        <translation>留意什么</translation>
    </message>
    <message>
        <source>Close the explanation</source>
        <translation>关闭说明</translation>
    </message>
</context>
<context>
    <name>FileButtons</name>
    <message>
        <source>Save your digits</source>
        <translation>保存你的数字</translation>
    </message>
    <message>
        <source>Open digits</source>
        <translation>打开数字</translation>
    </message>
    <message>
        <source>Add the digits of a file</source>
        <translation>添加文件中的数字</translation>
    </message>
    <message>
        <source>Handwriting (*.json)</source>
        <translation>手写数字 (*.json)</translation>
    </message>
    <message>
        <source>my digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Write your digits, strokes and all, into a file of your own</source>
        <translation>把你的数字连同笔画一起保存为单独的文件</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Show the digits of a file in place of these; can be taken back</source>
        <translation>用文件中的数字替换现有的；可以撤销</translation>
    </message>
    <message>
        <source>Add file…</source>
        <translation>添加文件…</translation>
    </message>
    <message>
        <source>Add the digits of a file to these</source>
        <translation>把文件中的数字添加到现有数字中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Begin with an empty set; can be taken back</source>
        <translation>从空白开始；可以撤销</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Folder:</source>
        <translation>文件夹：</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>文件名：</translation>
    </message>
    <message>
        <source>Kind:</source>
        <translation>类型：</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Steps from the photo to the digits</source>
        <translation>从照片到数字的各个步骤</translation>
    </message>
    <message>
        <source>{step}: on</source>
        <translation>{step}：开</translation>
    </message>
    <message>
        <source>{step}: off</source>
        <translation>{step}：关</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Wrong</source>
        <translation>答错</translation>
    </message>
    <message>
        <source>Barely right</source>
        <translation>勉强答对</translation>
    </message>
    <message>
        <source>every digit</source>
        <translation>所有数字</translation>
    </message>
    <message>
        <source>Pictures of which digit</source>
        <translation>哪个数字的图片</translation>
    </message>
    <message>
        <source>Show pictures of this digit alone</source>
        <translation>只显示这个数字的图片</translation>
    </message>
    <message>
        <source>Show all mistakes again</source>
        <translation>重新显示所有错误</translation>
    </message>
</context>
<context>
    <name>FitView</name>
    <message>
        <source>Press play: how the loss falls will be seen here.</source>
        <translation>按下播放：损失怎样下降会画在这里。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>the best</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>Drag the point, the curve or an example: what moves here moves there.</source>
        <translation>拖动点、曲线或样例：这边动，那边也动。</translation>
    </message>
    <message>
        <source>How the loss fell</source>
        <translation>损失的下降</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
</context>
<context>
    <name>FormulaBoard</name>
    <message>
        <source>In one</source>
        <translation>合成一式</translation>
    </message>
    <message>
        <source>Unit by unit</source>
        <translation>逐个神经元</translation>
    </message>
    <message>
        <source>By layers</source>
        <translation>按层</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Counts</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>Neither</source>
        <translation>都不要</translation>
    </message>
    <message>
        <source>Every name replaced by what it stands for: one formula of the inputs</source>
        <translation>把每个名字换成它代表的式子：只含输入的一个公式</translation>
    </message>
    <message>
        <source>A line for each value, with names</source>
        <translation>每个值一行，用名字书写</translation>
    </message>
    <message>
        <source>Whole layers at a time, for nets of any size</source>
        <translation>一次写一整层，适用于任何大小的网络</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copies what is written here, as text, for LaTeX, or as a program</source>
        <translation>复制这里写的公式：文本、LaTeX 或程序</translation>
    </message>
    <message>
        <source>As text</source>
        <translation>复制为文本</translation>
    </message>
    <message>
        <source>As LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
    <message>
        <source>As Python with NumPy</source>
        <translation>复制为 Python（NumPy）程序</translation>
    </message>
    <message>
        <source>The formula</source>
        <translation>公式</translation>
    </message>
</context>
<context>
    <name>FormulaConfig</name>
    <message>
        <source>Answers as a lead</source>
        <translation>答案显示领先量</translation>
    </message>
    <message>
        <source>Maps of the answer show each value minus the largest of the others: above 0 it wins</source>
        <translation>答案的图显示每个值减去其余各值中最大者：大于 0 即胜出</translation>
    </message>
    <message>
        <source>Points of the task</source>
        <translation>任务的点</translation>
    </message>
    <message>
        <source>Shows on the large map what the net has learned, where that is known</source>
        <translation>在大图上显示网络学过的点（如果知道的话）</translation>
    </message>
</context>
<context>
    <name>FormulaControls</name>
    <message>
        <source>Click a number of the formula to change it</source>
        <translation>点击公式中的一个数，即可修改</translation>
    </message>
    <message>
        <source>The number that is held in the formula</source>
        <translation>公式中选中的数</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Gives all changed numbers their values back</source>
        <translation>把所有改动过的数恢复为原值</translation>
    </message>
    <message>
        <source>Keep as a net</source>
        <translation>存为网络</translation>
    </message>
    <message>
        <source>Puts the changed net beside the others, in all rooms; this one stays</source>
        <translation>把改动后的网络与其他网络放在一起，所有房间可用；原网络保留</translation>
    </message>
</context>
<context>
    <name>FormulaPanel</name>
    <message>
        <source>Kept as {name}; it is the net on the table now.</source>
        <translation>已存为 {name}；现在台上的就是它。</translation>
    </message>
</context>
<context>
    <name>FormulaShowcase</name>
    <message>
        <source>A circle in three units</source>
        <translation>三个神经元的圆</translation>
    </message>
    <message>
        <source>Three soft edges, added up: what is above all three lies inside</source>
        <translation>三条柔和的边相加：三者都满足的地方就在圆内</translation>
    </message>
    <message>
        <source>Exclusive or</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Four relus fold the plane so that opposite corners come together</source>
        <translation>四个 ReLU 把平面折叠，让相对的两角走到一起</translation>
    </message>
    <message>
        <source>Three regions</source>
        <translation>三个区域</translation>
    </message>
    <message>
        <source>Two layers: the second adds up edges that the first has drawn</source>
        <translation>两层：第二层把第一层画出的边加起来</translation>
    </message>
    <message>
        <source>Put a point in</source>
        <translation>代入一个点</translation>
    </message>
    <message>
        <source>x, each sum, each tanh, the answer: one number after the other</source>
        <translation>先是 x，再是每个和、每个 tanh，最后是答案：一个数接一个数</translation>
    </message>
    <message>
        <source>One number turned</source>
        <translation>改动一个数</translation>
    </message>
    <message>
        <source>The third edge counts the wrong way, and the circle is gone. Undo, or turn it back</source>
        <translation>第三条边的符号反了，圆就没了。撤销，或把它改回来</translation>
    </message>
    <message>
        <source>A formula that grew too long</source>
        <translation>长得没法读的公式</translation>
    </message>
    <message>
        <source>Put into each other, 354 numbers are written 2,114 times. Now nobody reads it</source>
        <translation>层层代入之后，354 个数要写 2,114 次，没有人读得下去</translation>
    </message>
    <message>
        <source>How long the CNN&apos;s is</source>
        <translation>卷积网络的公式有多长</translation>
    </message>
    <message>
        <source>It fits into one line by layers, and into millions of pages without names</source>
        <translation>按层写只要几行；把名字全部代入，则要几千万页</translation>
    </message>
</context>
<context>
    <name>FormulaTold</name>
    <message>
        <source>weight from {one} to {other}</source>
        <translation>从 {one} 到 {other} 的权重</translation>
    </message>
    <message>
        <source>weight of map {map}, used at every place</source>
        <translation>第 {map} 张特征图的权重，每个位置都用它</translation>
    </message>
    <message>
        <source>bias of {name}</source>
        <translation>{name} 的偏置</translation>
    </message>
    <message>
        <source>gain of layer {layer}</source>
        <translation>第 {layer} 层的增益</translation>
    </message>
    <message>
        <source>factor of the switch of layer {layer}</source>
        <translation>第 {layer} 层开关的系数</translation>
    </message>
    <message>
        <source>value held by the switch of layer {layer}</source>
        <translation>第 {layer} 层开关固定的值</translation>
    </message>
    <message>
        <source>shift of layer {layer}</source>
        <translation>第 {layer} 层的平移</translation>
    </message>
    <message>
        <source>{value}: computed from the statistics of a batch norm</source>
        <translation>{value}：由批归一化的统计量算出</translation>
    </message>
    <message>
        <source>{value}: {what}. Drag it, or click it and turn the wheel.</source>
        <translation>{value}：{what}。拖动它，或点击后滚动滚轮。</translation>
    </message>
    <message>
        <source>{name} = {value}: what lies before the net</source>
        <translation>{name} = {value}：网络面前的输入</translation>
    </message>
    <message>
        <source>{name} = {value} for this input</source>
        <translation>在此输入下 {name} = {value}</translation>
    </message>
    <message>
        <source>relu(z) is z above 0, else 0.</source>
        <translation>relu(z)：z 大于 0 时等于 z，否则为 0。</translation>
    </message>
    <message>
        <source>leaky(z) is z above 0, else a small part of z.</source>
        <translation>leaky(z)：z 大于 0 时等于 z，否则只留 z 的一小部分。</translation>
    </message>
    <message>
        <source>tanh(z) bends z into the range from −1 to 1.</source>
        <translation>tanh(z) 把 z 弯进 −1 到 1 的范围。</translation>
    </message>
    <message>
        <source>σ(z) = 1 / (1 + e⁻ᶻ) bends z into the range from 0 to 1.</source>
        <translation>σ(z) = 1 / (1 + e⁻ᶻ) 把 z 弯进 0 到 1 的范围。</translation>
    </message>
    <message>
        <source>gelu(z) is a relu with a soft bend.</source>
        <translation>gelu(z) 是拐弯更柔和的 ReLU。</translation>
    </message>
    <message>
        <source>softmax turns scores into parts of 1: eᶻ over the sum of all eᶻ.</source>
        <translation>softmax 把得分变成总和为 1 的份额：eᶻ 除以所有 eᶻ 之和。</translation>
    </message>
    <message>
        <source>norm takes the mean of all away and divides by their spread.</source>
        <translation>norm 减去全体的均值，再除以它们的标准差。</translation>
    </message>
    <message>
        <source>max is the largest of a block.</source>
        <translation>max 取一块中的最大值。</translation>
    </message>
    <message>
        <source>mean is the average of a block.</source>
        <translation>mean 取一块的平均值。</translation>
    </message>
    <message>
        <source>{name}: {n} numbers</source>
        <translation>{name}：{n} 个数</translation>
    </message>
    <message>
        <source>{n} numbers ({shape}), from {low} to {high}, on average {mean} from 0</source>
        <translation>{n} 个数（{shape}），从 {low} 到 {high}，平均离 0 有 {mean}</translation>
    </message>
    <message>
        <source>{n} numbers, none of them finite</source>
        <translation>{n} 个数，没有一个是有限的</translation>
    </message>
    <message>
        <source>this sum</source>
        <translation>这个和</translation>
    </message>
</context>
<context>
    <name>FormulaWords</name>
    <message>
        <source>Formula</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>more than 10³⁰⁰</source>
        <translation>超过 10³⁰⁰</translation>
    </message>
    <message>
        <source>a few lines</source>
        <translation>几行</translation>
    </message>
    <message>
        <source>{n} pages</source>
        <translation>{n} 页</translation>
    </message>
    <message>
        <source>{net} is being written out.</source>
        <translation>正在写出 {net}。</translation>
    </message>
    <message>
        <source>{net} is a formula of {n} numbers; draw something to be put in.</source>
        <translation>{net} 是由 {n} 个数组成的公式；画点什么，好代入其中。</translation>
    </message>
    <message>
        <source>As one formula {net} would fill {pages}: {k} multiplications and {n} numbers. {answer}</source>
        <translation>写成一个公式，{net} 要占 {pages}：{n} 个数，{k} 次乘法。{answer}</translation>
    </message>
    <message>
        <source>{net} with {k} of its {n} numbers changed. {answer}</source>
        <translation>{net} 的 {n} 个数中改动了 {k} 个。{answer}</translation>
    </message>
    <message>
        <source>{name} of {net} in one: its {n} numbers are written {k} times. {answer}</source>
        <translation>{net} 的 {name} 合成一式：{n} 个数共写了 {k} 次。{answer}</translation>
    </message>
    <message>
        <source>{net} is nothing but this formula of {n} numbers. {answer}</source>
        <translation>{net} 不过就是这个由 {n} 个数组成的公式。{answer}</translation>
    </message>
    <message>
        <source>Step {k} of {n}: the input is put in, {values}.</source>
        <translation>第 {k} 步，共 {n} 步：代入输入，{values}。</translation>
    </message>
    <message>
        <source>Step {k} of {n}: {m} values of layer {layer} are put in at once.</source>
        <translation>第 {k} 步，共 {n} 步：一次代入第 {layer} 层的 {m} 个值。</translation>
    </message>
    <message>
        <source>Step {k} of {n}: {name} is {value}, and is put in wherever it stands.</source>
        <translation>第 {k} 步，共 {n} 步：{name} 等于 {value}，凡出现处都代入。</translation>
    </message>
    <message>
        <source>Step {k} of {n}: the sum within {name} comes to {value}.</source>
        <translation>第 {k} 步，共 {n} 步：{name} 中的和等于 {value}。</translation>
    </message>
    <message>
        <source>Here its value is no number.</source>
        <translation>在这里，它的值不是数。</translation>
    </message>
    <message>
        <source>Here its value is {y}.</source>
        <translation>在这里，它的值是 {y}。</translation>
    </message>
    <message>
        <source>Here y = {y}: class {best}.</source>
        <translation>在这里 y = {y}：第 {best} 类。</translation>
    </message>
    <message>
        <source>Here it says {best} ({p}).</source>
        <translation>在这里它答 {best}（{p}）。</translation>
    </message>
    <message>
        <source>Copied: {n} characters.</source>
        <translation>已复制 {n} 个字符。</translation>
    </message>
    <message>
        <source>It reads its numbers from the data of this page: save them beside it.</source>
        <translation>程序会读取本页的数据：请把数据保存在它旁边。</translation>
    </message>
    <message>
        <source>It reads: {formula}</source>
        <translation>公式写作：{formula}</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>numbers</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>times</source>
        <translation>乘</translation>
    </message>
    <message>
        <source>plus</source>
        <translation>加</translation>
    </message>
    <message>
        <source>functions</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>terms</source>
        <translation>项</translation>
    </message>
    <message>
        <source>one in full</source>
        <translation>单值全写</translation>
    </message>
    <message>
        <source>together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>largest of blocks</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>mean of blocks</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>in one row</source>
        <translation>排成一行</translation>
    </message>
    <message>
        <source>dropout, off</source>
        <translation>dropout（关）</translation>
    </message>
    <message>
        <source>no function</source>
        <translation>无函数</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>开关</translation>
    </message>
    <message>
        <source>{layer}: {p} numbers that are learned, {t} multiplications, {a} additions, {f} functions.</source>
        <translation>{layer}：{p} 个学来的参数，{t} 次乘法，{a} 次加法，{f} 次函数。</translation>
    </message>
    <message>
        <source>One of its values as a formula of the inputs has {n} numbers.</source>
        <translation>其中一个值写成输入的公式，含 {n} 个数。</translation>
    </message>
    <message>
        <source>Its weights are shared: each is used {n} times, once at each place.</source>
        <translation>权重是共享的：每个用 {n} 次，每个位置一次。</translation>
    </message>
    <message>
        <source>… {n} more layers …</source>
        <translation>……另有 {n} 层……</translation>
    </message>
    <message>
        <source>Each value written once: {n} numbers, {pages}. Every name replaced by what it stands for, one formula of the inputs: {m} numbers, {more}.</source>
        <translation>每个值只写一次：{n} 个数，{pages}。把每个名字换成它代表的式子，写成只含输入的公式：{m} 个数，{more}。</translation>
    </message>
    <message>
        <source>A convolution writes each of its weights again at every place: up to {n} times.</source>
        <translation>卷积在每个位置都要把权重再写一遍：最多 {n} 次。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>{k} of {n}</source>
        <translation>{n} 个中的 {k} 个</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{n} units</source>
        <translation>{n} 个神经元</translation>
    </message>
    <message>
        <source>{name}: the place itself, from −1.25 to 1.25</source>
        <translation>{name}：位置本身，从 −1.25 到 1.25</translation>
    </message>
    <message>
        <source>{name} goes from {low} to {high} over the plane; {share} lies above the line.</source>
        <translation>{name} 在平面上从 {low} 到 {high}；{share} 的面积在界线之上。</translation>
    </message>
    <message>
        <source>A net is a formula, and no more: sums of products, put through simple functions, put into each other. A small one can be read in full. A large one is made of the same few signs; there are only more of them.</source>
        <translation>网络就是一个公式，仅此而已：乘积相加，经过简单的函数，再一层套一层。小的可以通读；大的也由同样几种符号写成，只是多得多。</translation>
    </message>
    <message>
        <source>Put a point in, step by step</source>
        <translation>一步步代入一个点</translation>
    </message>
    <message>
        <source>Turn one number and lose the circle</source>
        <translation>改一个数，圆就没了</translation>
    </message>
    <message>
        <source>See how many pages the CNN would fill</source>
        <translation>看看卷积网络要写多少页</translation>
    </message>
    <message>
        <source>Each map is a sum of the maps before it, times the weights on the lines. The first layer has only straight edges; every layer after it bends them.</source>
        <translation>每张图都是前一层的图乘以连线上的权重再相加。第一层只有直边，其后每一层都把它们弯折。</translation>
    </message>
</context>
<context>
    <name>FunctionsView</name>
    <message>
        <source>Solid: f, as the engine computes it. Dashed: its slope f′, by the engine&apos;s own backward pass. All dots are at one z: move the mouse.</source>
        <translation>实线：引擎算出的 f。虚线：它的斜率 f′，由引擎自己的反向传播给出。所有圆点都在同一个 z 处：移动鼠标看看。</translation>
    </message>
    <message>
        <source>A softmax shares 1 among the units of a layer: only the last may end in it.</source>
        <translation>softmax 把 1 分给一层里的所有神经元：只有最后一层能用它收尾。</translation>
    </message>
    <message>
        <source>This layer has no function to exchange.</source>
        <translation>这一层没有可以更换的函数。</translation>
    </message>
    <message>
        <source>A softmax depends on the numbers beside it: here they are 0 and 0.</source>
        <translation>softmax 还取决于旁边的数：这里它们是 0 和 0。</translation>
    </message>
    <message>
        <source>Here u = 0.798 (z + 0.0447 z³), u′ its derivative, and t = tanh u.</source>
        <translation>这里 u = 0.798 (z + 0.0447 z³)，u′ 是它的导数，t = tanh u。</translation>
    </message>
    <message>
        <source>Drawn with a slope of 0.1; a new one in a net has 0.01.</source>
        <translation>图中的斜率画成 0.1；换进网络里的是 0.01。</translation>
    </message>
    <message>
        <source>Activation functions</source>
        <translation>激活函数</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Data of your own.</source>
        <translation>自己的数据。</translation>
    </message>
    <message>
        <source>Del takes it away.</source>
        <translation>按 Del 移除。</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Chosen: {chosen}. At: {at}. Arrows move, Enter chooses.</source>
        <translation>已选：{chosen}。当前位置：{at}。方向键移动，回车选择。</translation>
    </message>
</context>
<context>
    <name>GameChart</name>
    <message>
        <source>agreement</source>
        <translation>一致率</translation>
    </message>
    <message>
        <source>{name} and label</source>
        <translation>{name} 与标签</translation>
    </message>
    <message>
        <source>you and label</source>
        <translation>你与标签</translation>
    </message>
    <message>
        <source>{name} and net</source>
        <translation>{name} 与网络</translation>
    </message>
    <message>
        <source>you and net</source>
        <translation>你与网络</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>net and label</source>
        <translation>网络与标签</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全体</translation>
    </message>
</context>
<context>
    <name>GameConfig</name>
    <message>
        <source>What is done to the digits</source>
        <translation>对数字做什么</translation>
    </message>
    <message>
        <source>From hardly at all to hopeless, in twenty steps and in no order</source>
        <translation>从几乎看不出变化到完全无法辨认，共二十级，顺序打乱</translation>
    </message>
    <message>
        <source>Show the net&apos;s answer after each</source>
        <translation>每次都公布网络的回答</translation>
    </message>
    <message>
        <source>Never before you have answered. Off: you see its answers at the end only</source>
        <translation>绝不会在你回答之前公布。关闭：到最后才能看到它的回答</translation>
    </message>
    <message>
        <source>Go on by itself</source>
        <translation>自动继续</translation>
    </message>
    <message>
        <source>The next picture comes after a good second. Off: when you ask for it</source>
        <translation>一秒多之后出现下一张。关闭：由你决定何时继续</translation>
    </message>
    <message>
        <source>Smooth picture</source>
        <translation>平滑显示</translation>
    </message>
    <message>
        <source>Blends the 28 × 28 pixels: easier for your eye, while the net gets the same numbers</source>
        <translation>让 28 × 28 个像素平滑过渡：你的眼睛更轻松，网络得到的数值不变</translation>
    </message>
</context>
<context>
    <name>GameKeeper</name>
    <message>
        <source>It is kept as {name}, and a new list is begun.</source>
        <translation>它已另存为 {name}，并开始了一份新的名单。</translation>
    </message>
</context>
<context>
    <name>GameKeys</name>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>a new game</source>
        <translation>新的一局</translation>
    </message>
    <message>
        <source>answer: the digit you see</source>
        <translation>作答：你看到的数字</translation>
    </message>
    <message>
        <source>answer: can&apos;t tell</source>
        <translation>作答：看不出</translation>
    </message>
    <message>
        <source>from an answer on to the next picture</source>
        <translation>看过答案后，进入下一张图片</translation>
    </message>
    <message>
        <source>give this game up for a new one</source>
        <translation>放弃这一局，另开一局</translation>
    </message>
    <message>
        <source>start the game</source>
        <translation>开始游戏</translation>
    </message>
    <message>
        <source>during the game: the digit you see</source>
        <translation>游戏中：你看到的数字</translation>
    </message>
    <message>
        <source>start the game; during it: can&apos;t tell</source>
        <translation>开始游戏；游戏中：看不出</translation>
    </message>
    <message>
        <source>nothing while your result is shown, so that one too many does no harm</source>
        <translation>显示成绩时不起作用，多按一次也无妨</translation>
    </message>
    <message>
        <source>another game</source>
        <translation>再来一局</translation>
    </message>
</context>
<context>
    <name>GameKinds</name>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Something in front</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>Lost in static</source>
        <translation>淹没在雪花中</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Towards the negative</source>
        <translation>反相</translation>
    </message>
    <message>
        <source>blur {x} px</source>
        <translation>模糊 {x} 像素</translation>
    </message>
    <message>
        <source>noise {x} %</source>
        <translation>噪声 {x}&#x202f;%</translation>
    </message>
    <message>
        <source>a square of {x} px in front</source>
        <translation>遮挡方块 {x} 像素</translation>
    </message>
    <message>
        <source>{x} % static</source>
        <translation>雪花 {x}&#x202f;%</translation>
    </message>
    <message>
        <source>a turn of {x}°</source>
        <translation>旋转 {x}°</translation>
    </message>
    <message>
        <source>{x} % smaller</source>
        <translation>缩小 {x}&#x202f;%</translation>
    </message>
    <message>
        <source>{x} % of the way to the negative</source>
        <translation>反相 {x}&#x202f;%</translation>
    </message>
    <message>
        <source>blur: standard deviation, px</source>
        <translation>模糊：标准差（像素）</translation>
    </message>
    <message>
        <source>noise: standard deviation, % of ink</source>
        <translation>噪声：标准差（占墨色的 %）</translation>
    </message>
    <message>
        <source>side of the square in front, px</source>
        <translation>遮挡方块的边长（像素）</translation>
    </message>
    <message>
        <source>share of static, %</source>
        <translation>雪花所占比例（%）</translation>
    </message>
    <message>
        <source>turned by, degrees</source>
        <translation>旋转角度（度）</translation>
    </message>
    <message>
        <source>smaller by, %</source>
        <translation>缩小幅度（%）</translation>
    </message>
    <message>
        <source>way to the negative, %</source>
        <translation>反相程度（%）</translation>
    </message>
</context>
<context>
    <name>GamePanel</name>
    <message>
        <source>Picture {k} lies on the drawing pad now.</source>
        <translation>第 {k} 张图片已放到手写板上。</translation>
    </message>
    <message>
        <source>The game that was begun is given up; nothing of it is kept.</source>
        <translation>已开始的一局就此放弃，不作保存。</translation>
    </message>
    <message>
        <source>The game goes on against the net that it began with.</source>
        <translation>本局仍以开局时的网络为对手。</translation>
    </message>
</context>
<context>
    <name>GameShowcase</name>
    <message>
        <source>Start: {n} pictures  (Enter)</source>
        <translation>开始：{n} 张图片（Enter）</translation>
    </message>
    <message>
        <source>{k} of {n}</source>
        <translation>第 {k} 张，共 {n} 张</translation>
    </message>
    <message>
        <source>Next picture  (Space or any digit)</source>
        <translation>下一张（空格或任一数字键）</translation>
    </message>
    <message>
        <source>To the outcome  (Space or any digit)</source>
        <translation>看结果（空格或任一数字键）</translation>
    </message>
    <message>
        <source>To the outcome</source>
        <translation>看结果</translation>
    </message>
</context>
<context>
    <name>GameWords</name>
    <message>
        <source>{n} pictures, from {low} to {high}. You say what you see, and so does the net.</source>
        <translation>共 {n} 张图片（{low}～{high}）。你说你看到了什么，网络也说它看到了什么。</translation>
    </message>
    <message>
        <source>Picture {k} of {n}: what do you see? Press 0–9, or Space if you cannot tell.</source>
        <translation>第 {k} 张，共 {n} 张：你看到的是什么？按 0–9；看不出就按空格。</translation>
    </message>
    <message>
        <source>Picture {k} of {n}: you could not tell. The net&apos;s answer comes at the end.</source>
        <translation>第 {k} 张，共 {n} 张：你看不出。网络的回答最后公布。</translation>
    </message>
    <message>
        <source>Picture {k} of {n}: you said {said}. The net&apos;s answer comes at the end.</source>
        <translation>第 {k} 张，共 {n} 张：你说是 {said}。网络的回答最后公布。</translation>
    </message>
    <message>
        <source>Picture {k}, {level}: you could not tell; the net said {net} ({p}). It is a {label}.</source>
        <translation>第 {k} 张，{level}：你看不出；网络说是 {net}（{p}）。实际是 {label}。</translation>
    </message>
    <message>
        <source>Picture {k}, {level}: you said {said}, the net {net} ({p}). It is a {label}.</source>
        <translation>第 {k} 张，{level}：你说是 {said}，网络说是 {net}（{p}）。实际是 {label}。</translation>
    </message>
    <message>
        <source>You agree with the net on {k} of {n}.</source>
        <translation>{n} 张中，你与网络有 {k} 张一致。</translation>
    </message>
    <message>
        <source>0 games of this kind are kept so far: {kind}. Type a name, then play one.</source>
        <translation>“{kind}”：目前保存了 0 局。先输入名字，再玩一局吧。</translation>
    </message>
    <message>
        <source>{k} of {n} players counted …</source>
        <translation>已统计 {k} 位玩家，共 {n} 位…</translation>
    </message>
    <message>
        <source>right half of the time at {x} ({you}) and {y} (net)</source>
        <translation>答对一半处：{x}（{you}）、{y}（网络）</translation>
    </message>
    <message>
        <source>same wrong answer: {k}</source>
        <translation>错得一样：{k} 张</translation>
    </message>
    <message>
        <source>beyond chance: κ = {k}</source>
        <translation>扣除偶然：κ = {k}</translation>
    </message>
    <message>
        <source>The bars are 95 % intervals: twenty pictures leave much open, a whole class leaves less. Look where the curve “net and label” leaves “you and label”, and whether “you and net” falls before both: then you err in different ways. Straight lines stand where there are too few answers for a curve.</source>
        <translation>竖线是 95&#x202f;% 置信区间：二十张图片还说明不了太多，一个班的结果就可靠得多。看看“网络与标签”的曲线从哪里离开“你与标签”，以及“你与网络”是否比两者都先下降：那说明你们错得不一样。回答太少、无法拟合曲线时，以折线代替。</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa, for you and the net: 1 is always the same answer, 0 is as often as two who answer without looking, each with their own habits. “Can&apos;t tell” counts as an answer of its own.</source>
        <translation>你与网络之间的科恩 κ 系数：1 表示回答总是相同，0 表示与两个不看图、只凭各自习惯作答的人一样。“看不出”也算一种回答。</translation>
    </message>
    <message>
        <source>Game</source>
        <translation>人机对照</translation>
    </message>
    <message>
        <source>In your place, {name} agrees with the net on {k} of {n}.</source>
        <translation>{name} 代你作答：{n} 张中，它与网络有 {k} 张一致。</translation>
    </message>
    <message>
        <source>Up to {level} both are right.</source>
        <translation>直到{level}，双方都对。</translation>
    </message>
    <message>
        <source>Of {n} it could not read, the net got {k}, {p} sure.</source>
        <translation>它看不出的 {n} 张中，网络答对 {k} 张，平均把握 {p}。</translation>
    </message>
    <message>
        <source>Of the {n} you could not read, it got {k} right, {p} sure.</source>
        <translation>你看不出的 {n} 张中，网络答对 {k} 张，平均把握 {p}。</translation>
    </message>
    <message>
        <source>Players: {players}, games: {games}. Agreeing with the label: {you}, the net: {pair}.</source>
        <translation>玩家 {players} 位，游戏 {games} 局。与标签的一致率 {you}，与网络的一致率 {pair}。</translation>
    </message>
    <message>
        <source>Nobody has a theory of what people see in a blurred picture. So how can one say that a net is a good model of it? Not by the label alone: a blurred 3 has one even when nobody can read it. A good model is one that agrees with people: it names what they name, and stops where they stop.</source>
        <translation>人在模糊的图片里看到什么，没有现成的理论。那么，怎样才能说一个网络是好模型呢？光看标签不行：一个模糊的 3，即使谁也认不出，也仍然有标签。好模型是与人的意见相符的模型：人认出什么，它就认出什么；人认不出时，它也停下。</translation>
    </message>
    <message>
        <source>Twenty blurred digits: where do you stop, where does the net?</source>
        <translation>二十个模糊的数字：你到哪里认不出，网络又到哪里？</translation>
    </message>
    <message>
        <source>Noise: you look through it with ease; the net never learnt to</source>
        <translation>噪声：你轻易就能看穿；网络却从未学过</translation>
    </message>
    <message>
        <source>Nothing left but static: the net names a digit all the same</source>
        <translation>只剩雪花：网络照样说出一个数字</translation>
    </message>
    <message>
        <source>Blurred digits</source>
        <translation>模糊的数字</translation>
    </message>
    <message>
        <source>Where do you stop seeing it, where does the net?</source>
        <translation>你到哪里看不出，网络又到哪里？</translation>
    </message>
    <message>
        <source>Something in front</source>
        <translation>遮挡的数字</translation>
    </message>
    <message>
        <source>You guess what is hidden: does the net guess alike?</source>
        <translation>你猜被挡住的部分：网络猜得一样吗？</translation>
    </message>
    <message>
        <source>Turned digits</source>
        <translation>旋转的数字</translation>
    </message>
    <message>
        <source>You turn them back in your head; the net cannot</source>
        <translation>你能在脑中把它转回来；网络不能</translation>
    </message>
    <message>
        <source>You see it, the net does not</source>
        <translation>你看得出，它看不出</translation>
    </message>
    <message>
        <source>Noise it never met in its training: a failure that people do not share</source>
        <translation>训练中从未见过的噪声：人不会犯的失误</translation>
    </message>
    <message>
        <source>It is certain, you see nothing</source>
        <translation>它很有把握，你什么也看不出</translation>
    </message>
    <message>
        <source>Static beyond reading: it answers all the same, and often with certainty</source>
        <translation>雪花已无法辨认：它照样回答，而且常常很有把握</translation>
    </message>
</context>
<context>
    <name>HandReading</name>
    <message>
        <source>Stopped after {k} of {n} digits.</source>
        <translation>已停止：读了 {n} 个数字中的 {k} 个。</translation>
    </message>
    <message>
        <source>Reading: {k} of {n} digits</source>
        <translation>正在读：{k} / {n} 个数字</translation>
    </message>
    <message>
        <source>The test images: stopped at {p}.</source>
        <translation>测试图片：已停在 {p}。</translation>
    </message>
    <message>
        <source>Judging the test images: {p}</source>
        <translation>正在判断测试图片：{p}</translation>
    </message>
    <message>
        <source>Every net has read all of it.</source>
        <translation>每个网络都已全部读完。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>drawing</source>
        <translation>手写</translation>
    </message>
    <message>
        <source>choice of the net</source>
        <translation>网络的选择</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>设置</translation>
    </message>
</context>
<context>
    <name>ImageSheet</name>
    <message>
        <source>Pictures: {n}.</source>
        <translation>图片：{n} 张。</translation>
    </message>
    <message>
        <source>Picture {i} of {n}: {caption}</source>
        <translation>第 {i} 张，共 {n} 张：{caption}</translation>
    </message>
</context>
<context>
    <name>JudgeColumn</name>
    <message>
        <source>The pictures cannot be read; the log tells why.</source>
        <translation>无法读取图片；原因见日志。</translation>
    </message>
    <message>
        <source>Stopped at {p}: it has learnt nothing yet.</source>
        <translation>已停在 {p}：它还什么都没记住。</translation>
    </message>
    <message>
        <source>Learning by heart: {p} …</source>
        <translation>正在记忆：{p}……</translation>
    </message>
</context>
<context>
    <name>JudgeList</name>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
</context>
<context>
    <name>JudgesPanel</name>
    <message>
        <source>Test images on which {a} and {b} differ: what {a} says ≠ what {b} says</source>
        <translation>有分歧的测试图片，各自的回答：{a} ≠ {b}</translation>
    </message>
</context>
<context>
    <name>JudgesShowcase</name>
    <message>
        <source>A clear 3: all agree</source>
        <translation>清楚的 3：意见一致</translation>
    </message>
    <message>
        <source>Between 4 and 9: split</source>
        <translation>4 与 9 之间：意见不一</translation>
    </message>
    <message>
        <source>A 6, turned by 20°</source>
        <translation>转了 20° 的 6</translation>
    </message>
    <message>
        <source>Not a digit: a house</source>
        <translation>不是数字：一座房子</translation>
    </message>
    <message>
        <source>A test image they differ on</source>
        <translation>有分歧的测试图片</translation>
    </message>
    <message>
        <source>On clear digits even the simplest judge is right</source>
        <translation>数字写得清楚时，最简单的评委也能答对</translation>
    </message>
    <message>
        <source>The top is half closed: each judge draws its line between 4 and 9 elsewhere</source>
        <translation>顶部半开半合：每位评委在 4 与 9 之间划的界线各不相同</translation>
    </message>
    <message>
        <source>Those that compare pixels with pixels fail first; the nets saw turned digits in training</source>
        <translation>逐像素比较的评委最先出错；两个网络在训练中见过旋转的数字</translation>
    </message>
    <message>
        <source>All of them answer; but the nearest picture is far away, and that can be measured</source>
        <translation>它们全都给出回答；但最近的图片离得很远，而这是可以量出来的</translation>
    </message>
    <message>
        <source>With whom would you side? Press again for the next</source>
        <translation>你会站在谁那边？再按一次看下一张</translation>
    </message>
</context>
<context>
    <name>JudgesView</name>
    <message>
        <source>draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
    <message>
        <source>The one before on which they differ</source>
        <translation>上一张有分歧的图片</translation>
    </message>
    <message>
        <source>The next one on which they differ</source>
        <translation>下一张有分歧的图片</translation>
    </message>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
</context>
<context>
    <name>JudgesWords</name>
    <message>
        <source>Judges</source>
        <translation>评委</translation>
    </message>
    <message>
        <source>Nearest</source>
        <translation>最近邻</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图片</translation>
    </message>
    <message>
        <source>{n} weights</source>
        <translation>{n} 个权重</translation>
    </message>
    <message>
        <source>Remembers all 60,000 training images and lets the three nearest vote, pixel against pixel; wrong on 2.83 % of the test images</source>
        <translation>记住全部 60,000 张训练图片，逐像素比较，由最近的三张投票；测试图片错误率 2.83&#x202f;%</translation>
    </message>
    <message>
        <source>No hidden layer: one picture of weights for each digit, multiplied with the drawing</source>
        <translation>没有隐藏层：每个数字一幅权重图，与手写图相乘</translation>
    </message>
    <message>
        <source>A net of the workspace, with hidden layers</source>
        <translation>工作区中的一个网络，带有隐藏层</translation>
    </message>
    <message>
        <source>{k} of {n}</source>
        <translation>{k}/{n} 票</translation>
    </message>
    <message>
        <source>Draw a digit: {n} judges answer side by side while the pen moves.</source>
        <translation>写一个数字：笔还在动，{n} 位评委就并排作答。</translation>
    </message>
    <message>
        <source>{n} judges are shown: choose at least one.</source>
        <translation>已选 {n} 位评委：请至少选一位。</translation>
    </message>
    <message>
        <source>This test image is a {label}.</source>
        <translation>这张测试图片是 {label}。</translation>
    </message>
    <message>
        <source>They are split: {all}.</source>
        <translation>意见不一：{all}。</translation>
    </message>
    <message>
        <source>{k} of {n} say {digit}; {others}.</source>
        <translation>{n} 位评委中有 {k} 位认为是 {digit}；{others}。</translation>
    </message>
    <message>
        <source>All {n} say {digit}; the least sure is {name} ({p}).</source>
        <translation>{n} 位评委都认为是 {digit}；把握最小：{name}（{p}）。</translation>
    </message>
    <message>
        <source>{name} says {digit} ({p})</source>
        <translation>{name}：{digit}（{p}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>{name}: {digit} ({p})</source>
        <translation>{name}：{digit}（{p}）</translation>
    </message>
    <message>
        <source>But nothing remembered is near: the nearest is {d} away; for real digits it is mostly under {far}.</source>
        <translation>但记忆中没有相近的图片：最近的距离为 {d}，而真正的数字通常小于 {far}。</translation>
    </message>
    <message>
        <source>There is more than one way to recognise a digit. One judge lays ten pictures of weights over the drawing and adds up. One has learnt no rule at all and looks for the most similar of 60,000 remembered pictures. The nets first make features of their own, layer by layer. On clear digits they agree; where they differ shows what each of them really looks at.</source>
        <translation>识别数字的办法不止一种。一位评委把十幅权重图盖在手写图上，然后加总。另一位没有学过任何规则，只在记住的 60,000 张图片里寻找最相像的。网络则先一层一层地造出自己的特征。数字写得清楚时它们意见一致；它们在哪里有分歧，就显出各自真正看的是什么。</translation>
    </message>
    <message>
        <source>A shape between 4 and 9: who says what?</source>
        <translation>介于 4 与 9 之间的形状：谁怎么说？</translation>
    </message>
    <message>
        <source>A turned digit: who fails first?</source>
        <translation>转过的数字：谁先出错？</translation>
    </message>
    <message>
        <source>See a test image on which two of them differ</source>
        <translation>看一张让其中两位有分歧的测试图片</translation>
    </message>
    <message>
        <source>Orange speaks for a digit, blue against it; the sum decides. The linear model sees single pixels, so turning a digit misleads it. The one that remembers can say how far away the nearest picture is: it has never seen anything like a house. The nets cannot say that.</source>
        <translation>橙色表示支持某个数字，蓝色表示反对；由总和决定。线性模型只看单个像素，所以数字一转它就上当。靠记忆的那位能说出最近的图片有多远：它从没见过像房子的东西。网络说不出这一点。</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Loading the pictures …</source>
        <translation>正在读取图片……</translation>
    </message>
    <message>
        <source>All {n} pictures are judged.</source>
        <translation>全部 {n} 张图片都已判断。</translation>
    </message>
    <message>
        <source>Stopped before the first picture.</source>
        <translation>还没判断第一张就停下了。</translation>
    </message>
    <message>
        <source>Stopped after {k} of {n} pictures.</source>
        <translation>已停止：判断了 {n} 张中的 {k} 张。</translation>
    </message>
    <message>
        <source>Judging: {k} of {n} pictures</source>
        <translation>正在判断：{k} / {n} 张</translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>What was drawn last time could not be read. It is kept as {name}.</source>
        <translation>上次的手写图无法读取，已保留为 {name}。</translation>
    </message>
</context>
<context>
    <name>KnobForm</name>
    <message>
        <source>Changing this starts anew.</source>
        <translation>更改后将重新开始。</translation>
    </message>
    <message>
        <source>Double-click to reset.</source>
        <translation>双击恢复默认值。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>KnobRow</name>
    <message>
        <source>{name} goes from {low} to {high}; it is at {value} now.</source>
        <translation>{name}的范围是 {low} 到 {high}；现在是 {value}。</translation>
    </message>
    <message>
        <source>{name} is 0 or goes from {low} to {high}; it is at {value} now.</source>
        <translation>{name}可以为 0，或者在 {low} 到 {high} 之间；现在是 {value}。</translation>
    </message>
</context>
<context>
    <name>Knobs</name>
    <message>
        <source>Optimiser</source>
        <translation>优化器</translation>
    </message>
    <message>
        <source>How a gradient becomes a step. SGD: downhill, with momentum; Nesterov: looks ahead; the others scale each weight’s step by what its gradients were like</source>
        <translation>梯度如何变成一步。SGD：带动量下坡；Nesterov：向前看一步；其余的按各权重以往的梯度缩放它的步子</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>How far each step goes along the gradient: w ← w − rate · gradient</source>
        <translation>每一步沿梯度走多远：w ← w − 学习率 · 梯度</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>动量</translation>
    </message>
    <message>
        <source>How much of the last step goes on (SGD): m ← momentum · m + gradient</source>
        <translation>上一步有多少延续下去（SGD）：m ← 动量 · m + 梯度</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Examples that share one step: few are fast and noisy, many slow and steady. With batch norm, one that would be left alone joins the batch before it</source>
        <translation>一步所用的样例数：少则快而抖，多则慢而稳。用批归一化时，落单的一个样例并入它前面的一批</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>权重衰减</translation>
    </message>
    <message>
        <source>Pulls all weights towards zero: gradient + decay · w</source>
        <translation>把所有权重拉向零：梯度 + 衰减 · w</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>数据增强</translation>
    </message>
    <message>
        <source>Pictures are shifted, turned and bent anew each time they are shown</source>
        <translation>图片每次出现都重新平移、旋转、弯曲</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Standard deviation of what is added to each input, each time</source>
        <translation>每次加到各输入上的随机量的标准差</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>学习率日程</translation>
    </message>
    <message>
        <source>How the rate changes over time; it begins when it is chosen</source>
        <translation>学习率如何随时间变化；从选定时开始</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>stairs, ÷10</source>
        <translation>台阶，÷10</translation>
    </message>
    <message>
        <source>halving</source>
        <translation>减半</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>余弦</translation>
    </message>
    <message>
        <source>warm-up, then cosine</source>
        <translation>先预热，再余弦</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>日程长度</translation>
    </message>
    <message>
        <source>Steps that the schedule takes to its end, to its half, or to its next stair</source>
        <translation>日程走到终点、减半或下一级台阶所需的步数</translation>
    </message>
    <message>
        <source>Clip gradient</source>
        <translation>梯度裁剪</translation>
    </message>
    <message>
        <source>A gradient longer than this is shortened to it</source>
        <translation>比这更长的梯度会被缩短到这个长度</translation>
    </message>
    <message>
        <source>Shuffle</source>
        <translation>打乱顺序</translation>
    </message>
    <message>
        <source>Each epoch in another order; off: class after class, as in many files</source>
        <translation>每一轮换一种顺序；关：一类接一类，就像许多文件那样</translation>
    </message>
    <message>
        <source>Only SGD and Nesterov have momentum of their own to be set.</source>
        <translation>只有 SGD 和 Nesterov 的动量可以设定。</translation>
    </message>
    <message>
        <source>The rate is constant: choose a schedule first.</source>
        <translation>学习率保持不变：请先选一个学习率日程。</translation>
    </message>
    <message>
        <source>Only pictures can be shifted, turned and bent.</source>
        <translation>只有图像才能平移、旋转和弯曲。</translation>
    </message>
    <message>
        <source>all {n}</source>
        <translation>全部 {n} 个</translation>
    </message>
</context>
<context>
    <name>LabelKey</name>
    <message>
        <source>This is {label}; {count} of them so far</source>
        <translation>标为 {label}；目前有 {count} 个</translation>
    </message>
    <message>
        <source>This is {label}; your digits are still being read</source>
        <translation>这是 {label}；你的数字还在读取中</translation>
    </message>
</context>
<context>
    <name>Large</name>
    <message>
        <source>f is the {score}: {f}</source>
        <translation>f 是{score}：{f}</translation>
    </message>
    <message>
        <source>Point at the picture, or walk over it with the arrow keys.</source>
        <translation>把鼠标移到图上，或用方向键在图上移动。</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图</translation>
    </message>
    <message>
        <source>Back to all pictures side by side (Esc)</source>
        <translation>回到并排的所有图（Esc）</translation>
    </message>
</context>
<context>
    <name>LargeMap</name>
    <message>
        <source>Large map of {name}</source>
        <translation>{name} 的大图</translation>
    </message>
    <message>
        <source>Input at ({x}; {y}), moved by the arrow keys, with Shift farther. {map}</source>
        <translation>输入位于（{x}；{y}），用方向键移动，按住 Shift 移得更远。{map}</translation>
    </message>
</context>
<context>
    <name>LayerChooser</name>
    <message>
        <source>Also mix after layer</source>
        <translation>在哪一层之后混合</translation>
    </message>
    <message>
        <source>What this layer makes of A and B is mixed, and the rest of the net goes on from it</source>
        <translation>把这一层对 A 和 B 的激活值混合，再由网络其余部分继续计算</translation>
    </message>
</context>
<context>
    <name>LayerNames</name>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>mean pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>恒等</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
</context>
<context>
    <name>LayerPage</name>
    <message>
        <source>{net} is being worked on; what is seen is still of the net before.</source>
        <translation>正在计算 {net}；现在看到的还是上一个网络。</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>Maps of all layers</source>
        <translation>各层的地图</translation>
    </message>
</context>
<context>
    <name>LayerTable</name>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>mean ± spread</source>
        <translation>均值 ± 标准差</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
</context>
<context>
    <name>LayersNetWords</name>
    <message>
        <source>{net} is at rest: draw something, and its {n} layers answer.</source>
        <translation>{net} 正在静候：画点什么，它的 {n} 层就会作答。</translation>
    </message>
    <message>
        <source>From layer {i} of {n} on, the values of {net} are no numbers: nothing that follows counts.</source>
        <translation>从第 {i} 层（共 {n} 层）起，{net} 的值已不是有效的数：后面的结果都不算数。</translation>
    </message>
    <message>
        <source>{net}: {answer}. The links drawn carry {share} of all that flows.</source>
        <translation>{net}：{answer}。画出的连线承载了全部流量的 {share}。</translation>
    </message>
    <message>
        <source>{net}: {answer}. From layer {i} of {layers} on, less than 1 % is left of what went in.</source>
        <translation>{net}：{answer}。从第 {i} 层（共 {layers} 层）起，输入剩下的不到 1%。</translation>
    </message>
    <message>
        <source>{net}: {answer}. Every link that carries anything is drawn.</source>
        <translation>{net}：{answer}。凡有信号通过的连线都画出来了。</translation>
    </message>
    <message>
        <source>{net}: {answer}, after {layers} layers with {n} parameters.</source>
        <translation>{net}：{answer}，经过 {layers} 层，共 {n} 个参数。</translation>
    </message>
    <message>
        <source>it says {best} ({p})</source>
        <translation>认为是 {best}（{p}）</translation>
    </message>
    <message>
        <source>it answers {value}</source>
        <translation>输出 {value}</translation>
    </message>
    <message>
        <source>On the way to layer {i} of {n}: {k} units add up products that are all 0.</source>
        <translation>正在算第 {i} 层（共 {n} 层）：{k} 个神经元把乘积相加，而这些乘积全是 0。</translation>
    </message>
    <message>
        <source>On the way to layer {i} of {n}: {k} cells add up what they look at; most, {value}, goes from {source} to {target}.</source>
        <translation>正在算第 {i} 层（共 {n} 层）：{k} 个神经元把看到的加起来；最大的一份 {value} 从{source}传到{target}。</translation>
    </message>
    <message>
        <source>On the way to layer {i} of {n}: {k} units add up w·a; the largest product, {value}, goes from {source} to {target}.</source>
        <translation>正在算第 {i} 层（共 {n} 层）：{k} 个神经元把 w·a 相加；最大的乘积 {value} 从{source}传到{target}。</translation>
    </message>
    <message>
        <source>The input: {n} numbers, {k} of them not 0. No layer has been computed yet.</source>
        <translation>输入：{n} 个数，其中 {k} 个不为 0。还没有算任何一层。</translation>
    </message>
    <message>
        <source>Layer {i} of {n} is computed: {k} of its {m} values are above 0; the largest, {value}, is that of {where}.</source>
        <translation>第 {i} 层（共 {n} 层）算好了：{m} 个值中有 {k} 个大于 0；最大的 {value} 属于{where}。</translation>
    </message>
    <message>
        <source>{where} is {value}.</source>
        <translation>{where}的值是 {value}。</translation>
    </message>
    <message>
        <source>{where}: the strongest of its values is {value}.</source>
        <translation>{where}：其中最强的值是 {value}。</translation>
    </message>
    <message>
        <source>Of what goes into it, {share} comes from {cells}.</source>
        <translation>流入它的信号有 {share} 来自{cells}。</translation>
    </message>
    <message>
        <source>Of what goes into it, {share} comes from {cells}, {far} of all from {first}.</source>
        <translation>流入它的信号有 {share} 来自{cells}，归根结底有 {far} 来自 {first}。</translation>
    </message>
    <message>
        <source>Nothing goes into it but its bias.</source>
        <translation>除了偏置，没有任何信号流入。</translation>
    </message>
    <message>
        <source>Of what it sends on, {share} comes to {cells}.</source>
        <translation>它送出的信号有 {share} 到达{cells}。</translation>
    </message>
    <message>
        <source>It sends nothing on.</source>
        <translation>它什么也没有送出。</translation>
    </message>
    <message>
        <source>{one} {other}</source>
        <comment>two sentences, one after the other</comment>
        <translation>{one}{other}</translation>
    </message>
    <message>
        <source>answer “{label}”</source>
        <translation>回答“{label}”</translation>
    </message>
    <message>
        <source>the pixel in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
    <message>
        <source>input {i}</source>
        <translation>第 {i} 个输入</translation>
    </message>
    <message>
        <source>map {i} of layer {k}</source>
        <translation>第 {k} 层的第 {i} 张特征图</translation>
    </message>
    <message>
        <source>unit {i} of layer {k}</source>
        <translation>第 {k} 层的第 {i} 个神经元</translation>
    </message>
    <message>
        <source>the picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>{n} pixels</source>
        <translation>{n} 个像素</translation>
    </message>
    <message>
        <source>{n} inputs</source>
        <translation>{n} 个输入</translation>
    </message>
    <message>
        <source>{n} maps of layer {k}</source>
        <translation>第 {k} 层的 {n} 张特征图</translation>
    </message>
    <message>
        <source>{n} units of layer {k}</source>
        <translation>第 {k} 层的 {n} 个神经元</translation>
    </message>
    <message>
        <source>layer {i} is computed</source>
        <translation>第 {i} 层算好了</translation>
    </message>
    <message>
        <source>A net is layers of units. Each unit multiplies what it gets with its weights, adds up the products and a bias, and sends the sum through a simple function. That is all there is: what a net knows is in the numbers on its links. Orange pushes up, blue pushes down.</source>
        <translation>网络由一层层神经元组成。每个神经元把收到的数乘以权重，把乘积和偏置加起来，再让总和通过一个简单的函数。仅此而已：网络知道的一切，都在连线上的那些数里。橙色往上推，蓝色往下压。</translation>
    </message>
    <message>
        <source>Go back from an answer to the pixels it is owed to</source>
        <translation>从回答往回走，直到它所依据的像素</translation>
    </message>
    <message>
        <source>Let the activations flow, layer by layer</source>
        <translation>让激活值一层一层地流过去</translation>
    </message>
    <message>
        <source>Go close to a map, and click its values</source>
        <translation>靠近一张特征图，点击其中的值</translation>
    </message>
    <message>
        <source>Of a hundred thousand products a few hundred carry most of an answer, and others do for the next digit. Shares on a path say how much of a sum a link makes up, not that it alone decided.</source>
        <translation>十万个乘积里，几百个就承载了一个回答的大部分，换一个数字又是另外几百个。路径上的百分比说的是一条连线在总和中占多少，并不是说由它一条决定。</translation>
    </message>
</context>
<context>
    <name>LayersPanel</name>
    <message>
        <source>Layers</source>
        <translation>逐层</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>全网</translation>
    </message>
</context>
<context>
    <name>LayersView</name>
    <message>
        <source>The layers are measured with the first step.</source>
        <translation>走出第一步，各层就开始测量。</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
</context>
<context>
    <name>LayersWords</name>
    <message>
        <source>activation</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>w gradient</source>
        <translation>w 的梯度</translation>
    </message>
    <message>
        <source>last step</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>stuck</source>
        <translation>卡住</translation>
    </message>
    <message>
        <source>stuck: the share of units that are 0 for all examples (dead), or of values in the flat ends of their function (saturated): there nothing is learned</source>
        <translation>卡住：对所有样例都是 0 的神经元（已死）所占的比例，或落在函数平坦两端的值（已饱和）所占的比例：那里什么也学不到</translation>
    </message>
    <message>
        <source>activation: how large the values are that are handed on</source>
        <translation>激活：传下去的值有多大</translation>
    </message>
    <message>
        <source>gradient: how much the loss depends on these values</source>
        <translation>梯度：损失在多大程度上取决于这些值</translation>
    </message>
    <message>
        <source>w gradient: how much the loss depends on the weights</source>
        <translation>w 的梯度：损失在多大程度上取决于权重</translation>
    </message>
    <message>
        <source>last step: by what part of itself it changed the weights</source>
        <translation>上一步：权重改变了自身的几分之几</translation>
    </message>
    <message>
        <source>The gradient dies out on its way: it is 0 in the first layer.</source>
        <translation>梯度在途中熄灭：到第一层已是 0。</translation>
    </message>
    <message>
        <source>The gradient vanishes: {times} times smaller in the first layer than in the last.</source>
        <translation>梯度消失：第一层是最后一层的 {times} 分之一。</translation>
    </message>
    <message>
        <source>The gradient explodes: {times} times larger in the first layer than in the last.</source>
        <translation>梯度爆炸：第一层是最后一层的 {times} 倍。</translation>
    </message>
    <message>
        <source>The gradient gets through: {first} in the first layer, {last} in the last.</source>
        <translation>梯度传得过来：第一层 {first}，最后一层 {last}。</translation>
    </message>
    <message>
        <source>activation = √(mean of a²) = {value}, over {n} outputs for {m} examples</source>
        <translation>激活 = √(a² 的平均) = {value}，{n} 个输出，{m} 个样例</translation>
    </message>
    <message>
        <source>gradient = √(mean of (∂L/∂a)²) = {value}, L: loss of one example; {n} outputs, {m} examples</source>
        <translation>梯度 = √((∂L/∂a)² 的平均) = {value}，L：一个样例的损失；{n} 个输出，{m} 个样例</translation>
    </message>
    <message>
        <source>gradient of w = √(mean of (∂L/∂w)²) = {value}, over {n} weights and biases of size {weight}</source>
        <translation>w 的梯度 = √((∂L/∂w)² 的平均) = {value}，{n} 个权重和偏置，大小 {weight}</translation>
    </message>
    <message>
        <source>last step = size of Δw / size of w = {step} / {weight} = {value}; healthy: {low} to {high}</source>
        <translation>上一步 = Δw 的大小 / w 的大小 = {step} / {weight} = {value}；正常为 {low} 到 {high}</translation>
    </message>
    <message>
        <source>so far: {first} at first, {least} to {most}</source>
        <translation>至今：起初 {first}，在 {least} 到 {most} 之间</translation>
    </message>
    <message>
        <source>{share} of {n} units are dead: 0 for each of {m} examples</source>
        <translation>{n} 个神经元中 {share} 已死：对 {m} 个样例全为 0</translation>
    </message>
    <message>
        <source>{share} of the activations are saturated: there the function is flat</source>
        <translation>{share} 的激活已饱和：函数在那里是平的</translation>
    </message>
    <message>
        <source>this kind of layer cannot be dead or saturated</source>
        <translation>这种层不会死，也不会饱和</translation>
    </message>
</context>
<context>
    <name>LearnPanel</name>
    <message>
        <source>Trained {step}</source>
        <translation>训练 {step} 步</translation>
    </message>
    <message>
        <source>Kept as {name}; it is among your nets in every room.</source>
        <translation>已保留为“{name}”；在每个房间都能找到它。</translation>
    </message>
    <message>
        <source>Stop when</source>
        <translation>何时暂停</translation>
    </message>
</context>
<context>
    <name>LearnShowcase</name>
    <message>
        <source>Two spirals</source>
        <translation>两条螺旋</translation>
    </message>
    <message>
        <source>Digits to 97 %</source>
        <translation>数字达到 97 %</translation>
    </message>
    <message>
        <source>All weights zero</source>
        <translation>权重全为零</translation>
    </message>
    <message>
        <source>Rate 10</source>
        <translation>学习率 10</translation>
    </message>
    <message>
        <source>Sigmoid, ten layers deep</source>
        <translation>十层 sigmoid</translation>
    </message>
    <message>
        <source>Class after class</source>
        <translation>一类接一类</translation>
    </message>
    <message>
        <source>Labels shuffled</source>
        <translation>标签打乱</translation>
    </message>
    <message>
        <source>Test data in training</source>
        <translation>测试数据混入训练</translation>
    </message>
    <message>
        <source>Learnt by heart</source>
        <translation>死记硬背</translation>
    </message>
    <message>
        <source>Windows on digits</source>
        <translation>数字上的窗口</translation>
    </message>
    <message>
        <source>Three bumps</source>
        <translation>三个峰</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死神经元</translation>
    </message>
    <message>
        <source>One in twenty</source>
        <translation>二十个里一个</translation>
    </message>
    <message>
        <source>The border between two colours winds itself into place</source>
        <translation>两种颜色之间的边界一圈圈绕到位</translation>
    </message>
    <message>
        <source>A net of 109,386 parameters learns to read within seconds; then draw on it</source>
        <translation>一个有 109,386 个参数的网络几秒钟就学会认字；然后在它上面写字</translation>
    </message>
    <message>
        <source>All units of a layer get the same gradient, so they stay the same for ever</source>
        <translation>同一层的神经元得到同样的梯度，于是永远一样</translation>
    </message>
    <message>
        <source>Each step leaps over the valley; the loss jumps instead of falling</source>
        <translation>每一步都跃过山谷；损失乱跳而不下降</translation>
    </message>
    <message>
        <source>The gradient fades on its way back: the first layers hardly move</source>
        <translation>梯度在回传途中消失：前几层几乎不动</translation>
    </message>
    <message>
        <source>Unshuffled, the net forgets the class before when the next one comes: the loss is a saw</source>
        <translation>不打乱顺序，下一类来时网络就忘了上一类：损失像锯齿</translation>
    </message>
    <message>
        <source>The test comes to 100 %, because its answers were in the exercise book; validation goes down</source>
        <translation>测试到了 100 %，因为答案就在练习册里；验证却在下降</translation>
    </message>
    <message>
        <source>First all the noughts, then all the ones, and so on: what will it know at the end? Press play.</source>
        <translation>先是所有的 0，再是所有的 1，依此类推：最后它会记得什么？请按播放。</translation>
    </message>
    <message>
        <source>The test examples are learned too. Which score can be believed? Press play.</source>
        <translation>测试样例也拿来学了。哪个得分可信？请按播放。</translation>
    </message>
    <message>
        <source>Seventy-two noisy examples, 4,482 parameters: when should one stop? Press play.</source>
        <translation>七十二个带噪声的样例，4,482 个参数：该在何时停下？请按播放。</translation>
    </message>
    <message>
        <source>A twentieth of the parameters of the other net: will it read as well? Press play.</source>
        <translation>参数只有另一个网络的二十分之一：它认得一样好吗？请按播放。</translation>
    </message>
    <message>
        <source>A curve from 180 points: which bump will be found last? Press play.</source>
        <translation>由 180 个点学一条曲线：哪个峰最后才找到？请按播放。</translation>
    </message>
    <message>
        <source>Units that are 0 below a threshold, and a rate of 2: who survives? Press play.</source>
        <translation>低于阈值就为 0 的神经元，学习率 2：谁能活下来？请按播放。</translation>
    </message>
    <message>
        <source>18 examples against 360: what does a score of 95 % mean here? Press play.</source>
        <translation>18 个样例对 360 个：95 % 的得分在这里意味着什么？请按播放。</translation>
    </message>
    <message>
        <source>It learns what means nothing by heart, and is at chance on everything else</source>
        <translation>它把毫无意义的东西背下来，对其余的只能瞎猜</translation>
    </message>
    <message>
        <source>Few noisy examples and a wide net: the validation loss turns upwards</source>
        <translation>样例少、噪声大、网络宽：验证损失掉头向上</translation>
    </message>
    <message>
        <source>Eight, then sixteen small windows slide over the picture: 97 % with 5,258 parameters</source>
        <translation>先八个、再十六个小窗口在图上滑动：5,258 个参数达到 97 %</translation>
    </message>
    <message>
        <source>Regression: each unit bends the curve a little, and together they follow it</source>
        <translation>回归：每个神经元把曲线弯一点，合起来就跟上了它</translation>
    </message>
    <message>
        <source>Thrown too far, rectified units answer 0 to everything; without gradient none comes back</source>
        <translation>被甩得太远，ReLU 神经元对一切都答 0；没有梯度就再也回不来</translation>
    </message>
    <message>
        <source>Saying always the same is right for 95 %: the rare class is found last, if at all</source>
        <translation>永远答同一类就能对 95 %：少见的那一类最后才找到，甚至找不到</translation>
    </message>
    <message>
        <source>Can a net of 354 numbers find its way between two spirals? Guess, then press play.</source>
        <translation>354 个数的网络能在两条螺旋之间找到路吗？先猜，再按播放。</translation>
    </message>
    <message>
        <source>How long until 97 of 100 are read rightly: seconds, minutes, hours? Press play.</source>
        <translation>要多久才能一百个认对九十七个：几秒、几分钟、几小时？请按播放。</translation>
    </message>
    <message>
        <source>All weights begin at zero. What can the net tell apart in the end? Press play.</source>
        <translation>所有权重都从零开始。网络最后能分清什么？请按播放。</translation>
    </message>
    <message>
        <source>A step two hundred times as large: two hundred times as fast? Press play.</source>
        <translation>步子大二百倍：会快二百倍吗？请按播放。</translation>
    </message>
    <message>
        <source>More layers, more power? Watch the first layer. Press play.</source>
        <translation>层数越多越强吗？请看第一层。请按播放。</translation>
    </message>
    <message>
        <source>The labels are drawn from a hat. Can anything be learned? Press play.</source>
        <translation>标签是抽签抽来的。还能学到什么吗？请按播放。</translation>
    </message>
</context>
<context>
    <name>LearnView</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Curve</source>
        <translation>曲线图</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>各线</translation>
    </message>
</context>
<context>
    <name>LearnWords</name>
    <message>
        <source>{sizes}, {n} parameters</source>
        <translation>{sizes}，{n} 个参数</translation>
    </message>
    <message>
        <source>{name}: {train} for training, {valid} for validation, {test} for the test</source>
        <translation>{name}：训练 {train}，验证 {valid}，测试 {test}</translation>
    </message>
    <message>
        <source>{n} lines are the most that run together. End one of them to branch off again.</source>
        <translation>最多可以同时运行 {n} 条线。先结束其中一条，再分出新的分支。</translation>
    </message>
    <message>
        <source>Getting the examples …</source>
        <translation>正在取样例…</translation>
    </message>
    <message>
        <source>Measuring for the first time …</source>
        <translation>正在第一次测量…</translation>
    </message>
    <message>
        <source>Nothing is learned yet: {scores} Press play.</source>
        <translation>还什么都没学：{scores}请按播放。</translation>
    </message>
    <message>
        <source>Step {step}, epoch {epoch}: {scores}</source>
        <translation>第 {step} 步，第 {epoch} 轮：{scores}</translation>
    </message>
    <message>
        <source>{n} lines run together.</source>
        <translation>{n} 条线一起运行。</translation>
    </message>
    <message>
        <source>the net explains {train} of the variance of what it learns from and {valid} of the rest; losses {a} and {b}.</source>
        <translation>网络解释了训练样例方差的 {train}、其余样例方差的 {valid}；损失为 {a} 和 {b}。</translation>
    </message>
    <message>
        <source>{train} of the training and {valid} of the validation examples are right; losses {a} and {b}.</source>
        <translation>训练样例答对 {train}，验证样例答对 {valid}；损失为 {a} 和 {b}。</translation>
    </message>
    <message>
        <source>Test examples are asked when the run rests.</source>
        <translation>运行停下时才用测试样例。</translation>
    </message>
    <message>
        <source>Test: R² {score} on {n} examples</source>
        <translation>测试：{n} 个样例上 R² 为 {score}</translation>
    </message>
    <message>
        <source>Test: {share} of {n}</source>
        <translation>测试：{n} 个中 {share}</translation>
    </message>
    <message>
        <source>Paused at step {step}: the target is reached, {share} are right.</source>
        <translation>在第 {step} 步暂停：达到目标，答对 {share}。</translation>
    </message>
    <message>
        <source>Paused at step {step}: the loss has not fallen for long, it is {value}.</source>
        <translation>在第 {step} 步暂停：损失很久没有下降，现为 {value}。</translation>
    </message>
    <message>
        <source>Paused at step {step}: the validation loss has risen to {value} while the training loss falls.</source>
        <translation>在第 {step} 步暂停：训练损失还在下降，验证损失却升到了 {value}。</translation>
    </message>
    <message>
        <source>Paused at step {step}: the loss is no longer a number.</source>
        <translation>在第 {step} 步暂停：损失已不是数。</translation>
    </message>
    <message>
        <source>Paused at step {step}: the gradient has grown to {value}.</source>
        <translation>在第 {step} 步暂停：梯度已大到 {value}。</translation>
    </message>
    <message>
        <source>A net learns from examples, not from rules. Again and again a few of them, a batch, go through it; the loss says how far off its answers are; each weight is moved a little to the side where the loss is smaller. Some examples are kept apart to see whether it has understood or only memorised.</source>
        <translation>网络从例子中学习，而不是从规则。一次又一次，一小批样例通过它；损失说明回答差多远；每个权重都向损失更小的一侧挪一点。另留一些样例，看它是真懂了，还是只背了下来。</translation>
    </message>
    <message>
        <source>Watch two spirals come apart</source>
        <translation>看两条螺旋分开</translation>
    </message>
    <message>
        <source>Turn the rate up a hundred times, as a branch</source>
        <translation>把学习率调高一百倍，作为分支</translation>
    </message>
    <message>
        <source>Teach a net to read digits, then draw on it</source>
        <translation>教网络认数字，再在它上面写字</translation>
    </message>
    <message>
        <source>Both losses fall at first; where the validation loss turns upwards, the net begins to learn its examples by heart. Drag the timeline back: every moment can be seen again, and gone on from.</source>
        <translation>起初两种损失都下降；验证损失掉头向上之处，网络开始死记样例。把时间线往回拖：每一刻都能再看，也能从那里继续。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>current input</source>
        <translation>当前输入</translation>
    </message>
    <message>
        <source>read wrongly: {part}</source>
        <translation>读错：{part}</translation>
    </message>
    <message>
        <source>{part} read wrongly</source>
        <translation>{part} 读错</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
</context>
<context>
    <name>LevelMap</name>
    <message>
        <source>Map of the surface</source>
        <translation>曲面的等高线图</translation>
    </message>
</context>
<context>
    <name>LineMap</name>
    <message>
        <source>examples</source>
        <translation>样例</translation>
    </message>
</context>
<context>
    <name>LineTable</name>
    <message>
        <source>losses {train} in training, {valid} in validation; score {score}</source>
        <translation>训练损失 {train}，验证损失 {valid}；得分 {score}</translation>
    </message>
    <message>
        <source>‖w − w at its start‖ = {way}</source>
        <translation>‖w − 起点的 w‖ = {way}</translation>
    </message>
    <message>
        <source>‖w − w of its parent‖ = {way}</source>
        <translation>‖w − 父线的 w‖ = {way}</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>to parent</source>
        <translation>距父线</translation>
    </message>
    <message>
        <source>to start</source>
        <translation>距起点</translation>
    </message>
    <message>
        <source>from the start</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>from step {step}</source>
        <translation>从第 {step} 步起</translation>
    </message>
    <message>
        <source>{turn} at {step}</source>
        <translation>第 {step} 步{turn}</translation>
    </message>
    <message>
        <source>Compare this line as A (key A)</source>
        <translation>把这条线作为 A 来比较（A 键）</translation>
    </message>
    <message>
        <source>Compare this line as B (key B)</source>
        <translation>把这条线作为 B 来比较（B 键）</translation>
    </message>
    <message>
        <source>End this line (Delete)</source>
        <translation>结束这条线（Delete）</translation>
    </message>
    <message>
        <source>Lines of learning</source>
        <translation>学习的各条线</translation>
    </message>
    <message>
        <source>{i} of {n}. {told}</source>
        <translation>第 {i} 条，共 {n} 条。{told}</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Stop measuring</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Go on measuring</source>
        <translation>继续测量</translation>
    </message>
    <message>
        <source>Whether the nets are tried on all test inputs, a few at a time</source>
        <translation>是否让这些网络分批试遍所有测试输入</translation>
    </message>
    <message>
        <source>{where}: the net says no number</source>
        <translation>{where}：网络的回答不是数</translation>
    </message>
    <message>
        <source>{where}: the net says {value}</source>
        <translation>{where}：网络回答 {value}</translation>
    </message>
    <message>
        <source>probability of {what}</source>
        <translation>{what} 的概率</translation>
    </message>
    <message>
        <source>learned from</source>
        <translation>用来学的</translation>
    </message>
    <message>
        <source>only asked</source>
        <translation>只用来问的</translation>
    </message>
    <message>
        <source>the net</source>
        <translation>网络</translation>
    </message>
</context>
<context>
    <name>LogSheet</name>
    <message>
        <source>Nothing has been noted so far.</source>
        <translation>目前没有任何记录。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>LongWork</name>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The picture alone. Esc brings the controls back.</source>
        <translation>只显示画面。按 Esc 恢复控件。</translation>
    </message>
    <message>
        <source>Safe mode: the usual settings, and nothing is kept.</source>
        <translation>安全模式：使用默认设置，本次不保存任何内容。</translation>
    </message>
    <message>
        <source>Something went wrong; everything else goes on.</source>
        <translation>有一处出了问题；其余部分照常运行。</translation>
    </message>
    <message>
        <source>{room} – NeuroViz</source>
        <translation>{room} – NeuroViz</translation>
    </message>
    <message>
        <source>The diagnostics are on the clipboard.</source>
        <translation>诊断信息已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>Many</name>
    <message>
        <source>Nets</source>
        <translation>网络个数</translation>
    </message>
    <message>
        <source>So many starts of the same net learn together, from the same batches</source>
        <translation>同一种网络从这么多个不同的起点出发，用相同的批次一起学习</translation>
    </message>
    <message>
        <source>Size of first weights</source>
        <translation>初始权重的大小</translation>
    </message>
    <message>
        <source>A factor on the weights that all nets begin with: small, usual (1), or large</source>
        <translation>所有网络的初始权重都乘以这个倍数：偏小、通常（1）或偏大</translation>
    </message>
    <message>
        <source>Examples, at most</source>
        <translation>样例数上限</translation>
    </message>
    <message>
        <source>Few, more or many: how many of the task’s examples are learned from</source>
        <translation>少、较多或很多：从任务的样例中取多少个来学习</translation>
    </message>
    <message>
        <source>The same start for all</source>
        <translation>所有网络起点相同</translation>
    </message>
    <message>
        <source>All nets begin with the same weights: then nothing can make them different</source>
        <translation>所有网络都从同样的权重开始：这样就没有什么能使它们不同</translation>
    </message>
</context>
<context>
    <name>ManyCuts</name>
    <message>
        <source>Switch off in {layer}:</source>
        <translation>在{layer}关闭：</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How many units</source>
        <translation>神经元数量</translation>
    </message>
    <message>
        <source>So many units of the layer in which the cursor is are switched off</source>
        <translation>在光标所在的层里关闭这么多个神经元</translation>
    </message>
    <message>
        <source>At random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Other units each time it is pressed</source>
        <translation>每按一次，换一批神经元</translation>
    </message>
    <message>
        <source>Least active</source>
        <translation>最不活跃</translation>
    </message>
    <message>
        <source>Those whose activations are smallest on average</source>
        <translation>平均激活最小的那些</translation>
    </message>
    <message>
        <source>Most active</source>
        <translation>最活跃</translation>
    </message>
    <message>
        <source>Those whose activations are largest on average</source>
        <translation>平均激活最大的那些</translation>
    </message>
    <message>
        <source>Undo all cuts</source>
        <translation>撤销全部干预</translation>
    </message>
    <message>
        <source>The net as it was learned; the list is empty then</source>
        <translation>网络回到学成时的样子，清单随之清空</translation>
    </message>
    <message>
        <source>Keep as a net</source>
        <translation>存为网络</translation>
    </message>
    <message>
        <source>Name of the net</source>
        <translation>网络的名字</translation>
    </message>
    <message>
        <source>a name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Puts the net with its cuts beside the others; all rooms can use it</source>
        <translation>把干预后的网络与其他网络放在一起；所有房间都能用它</translation>
    </message>
</context>
<context>
    <name>ManyPanel</name>
    <message>
        <source>Kept as {name}: all rooms can work with it now.</source>
        <translation>已保存为 {name}：现在所有房间都可以使用它。</translation>
    </message>
    <message>
        <source>Arrows, Home, End</source>
        <translation>方向键、Home、End</translation>
    </message>
    <message>
        <source>Among all nets: pick another one</source>
        <translation>在所有网络中：选择另一个</translation>
    </message>
</context>
<context>
    <name>ManyShowcase</name>
    <message>
        <source>64 ways to learn XOR</source>
        <translation>学会异或的 64 种方式</translation>
    </message>
    <message>
        <source>All are right on the examples: do they agree where there are none?</source>
        <translation>在样例上它们都答对了：在没有样例的地方，它们意见一致吗？</translation>
    </message>
    <message>
        <source>12 examples</source>
        <translation>12 个样例</translation>
    </message>
    <message>
        <source>Every net is right about all 12. What do they make of the spirals?</source>
        <translation>每个网络都答对了全部 12 个。它们眼中的螺旋是什么样子？</translation>
    </message>
    <message>
        <source>300 examples</source>
        <translation>300 个样例</translation>
    </message>
    <message>
        <source>The same nets, more examples: where is there still a choice?</source>
        <translation>同样的网络，更多的样例：哪里还有选择的余地？</translation>
    </message>
    <message>
        <source>The average net</source>
        <translation>平均网络</translation>
    </message>
    <message>
        <source>Every net is good. Average their answers, or their weights: guess which fails</source>
        <translation>每个网络都很好。把它们的回答平均，或者把权重平均：猜猜哪一种会失败</translation>
    </message>
    <message>
        <source>36 curves</source>
        <translation>36 条曲线</translation>
    </message>
    <message>
        <source>They lie on each other along the points; what will they do to the left?</source>
        <translation>在有数据点的地方它们彼此重合；再往左会怎样？</translation>
    </message>
    <message>
        <source>Too small: 3 units</source>
        <translation>太小：3 个单元</translation>
    </message>
    <message>
        <source>A few starts succeed, most get stuck for ever. Could you tell which at the start?</source>
        <translation>少数起点成功，多数永远卡住。一开始能看出是哪些吗？</translation>
    </message>
    <message>
        <source>A rate on the edge</source>
        <translation>临界的学习率</translation>
    </message>
    <message>
        <source>The same rate: some learn, others fly apart. Is it the rate, or is it the start?</source>
        <translation>同样的学习率：有的学会了，有的发散了。怪学习率，还是怪起点？</translation>
    </message>
    <message>
        <source>One start for all</source>
        <translation>同一个起点</translation>
    </message>
    <message>
        <source>64 nets and not a single difference: chance is only in the start</source>
        <translation>64 个网络，没有一点差别：偶然只存在于起点</translation>
    </message>
    <message>
        <source>1,024 at once</source>
        <translation>1,024 个同时学</translation>
    </message>
    <message>
        <source>Two spirals, a thousand times: how often is the thread found?</source>
        <translation>两条螺旋，学上千次：有多少次能理清头绪？</translation>
    </message>
</context>
<context>
    <name>ManyView</name>
    <message>
        <source>Keep this net</source>
        <translation>保存这个网络</translation>
    </message>
    <message>
        <source>Puts the picked net among your own, for all rooms</source>
        <translation>把选中的网络存入你自己的网络，供所有房间使用</translation>
    </message>
    <message>
        <source>Learn XOR with a small net</source>
        <translation>用一个小网络学习异或</translation>
    </message>
</context>
<context>
    <name>ManyWords</name>
    <message>
        <source>net {n}</source>
        <translation>网络 {n}</translation>
    </message>
    <message>
        <source>{share} right</source>
        <translation>答对 {share}</translation>
    </message>
    <message>
        <source>{share} of the variance</source>
        <translation>解释了方差的 {share}</translation>
    </message>
    <message>
        <source>Net {n}: loss {loss} on the last batch; on {valid} validation examples {score}</source>
        <translation>网络 {n}：上一批次的损失为 {loss}；在 {valid} 个验证样例上{score}</translation>
    </message>
    <message>
        <source>Net {n} has flown apart: its loss is {loss}</source>
        <translation>网络 {n} 已经发散：它的损失为 {loss}</translation>
    </message>
    <message>
        <source>Up to step {step}: median {median}; eight of ten between {low} and {high}; net {n}: {picked}; of the nets that end lowest and highest: {lowest} and {highest}</source>
        <translation>截至第 {step} 步：中位数 {median}；十个中有八个在 {low} 与 {high} 之间；网络 {n}：{picked}；最后最低和最高的网络：{lowest} 和 {highest}</translation>
    </message>
    <message>
        <source>Getting the examples …</source>
        <translation>正在准备样例……</translation>
    </message>
    <message>
        <source>Here nets are compared by all they answer on a line or on the plane; the present task has more inputs than 2, or is one of tables or pictures.</source>
        <translation>这里通过网络在直线或平面上的全部回答来比较它们；当前任务的输入多于 2 个，或者是表格、图片任务。</translation>
    </message>
    <message>
        <source>Many nets learn at once only if they are made of dense layers and activations; the present one has at least 1 other layer.</source>
        <translation>只有由全连接层和激活函数组成的网络才能许多个同时学习；当前网络至少还有 1 个别的层。</translation>
    </message>
    <message>
        <source>Many nets learn at once only if they are small; the present one has more than 4,000 parameters.</source>
        <translation>只有小网络才能许多个同时学习；当前网络的参数超过 4,000 个。</translation>
    </message>
    <message>
        <source>Another task and another net, for all pages of this room; undo brings back the present ones, and the run of Learn</source>
        <translation>换成另一个任务和另一个网络，对本房间的所有页面生效；撤销可恢复现在的任务和网络，以及“学习”页的训练</translation>
    </message>
    <message>
        <source>The run of Learn, {steps} steps long, waits as it stood: undo brings back task, net and run.</source>
        <translation>“学习”页的训练（共 {steps} 步）原样保留着：撤销即可恢复任务、网络和训练。</translation>
    </message>
    <message>
        <source>Step {step}: all {k} nets have flown apart; from here nothing is learned.</source>
        <translation>第 {step} 步：全部 {k} 个网络都已发散；从这里再也学不到任何东西。</translation>
    </message>
    <message>
        <source>Step {step}: {k} nets from the same start are still the same net, {median} each.</source>
        <translation>第 {step} 步：从同一起点出发的 {k} 个网络仍然是同一个网络，成绩都是 {median}。</translation>
    </message>
    <message>
        <source>Step {step}: of {k} nets the median answers {median} of the validation examples rightly, the worst {worst}. On the data {on} agree, beyond it {beyond}.</source>
        <translation>第 {step} 步：{k} 个网络中，居中的答对 {median} 的验证样例，最差的答对 {worst}。在数据上有 {on} 意见一致，在数据之外有 {beyond}。</translation>
    </message>
    <message>
        <source>Step {step}: of {k} nets {lost} have flown apart; the median explains {median} of the variance. On the data they differ by {on}, beyond it by {beyond}.</source>
        <translation>第 {step} 步：{k} 个网络中有 {lost} 个已经发散；居中的解释了 {median} 的方差。在数据上它们相差 {on}，在数据之外相差 {beyond}。</translation>
    </message>
    <message>
        <source>Step {step}: of {k} nets the median explains {median} of the variance, the worst {worst}. On the data they differ by {on}, beyond it by {beyond}.</source>
        <translation>第 {step} 步：{k} 个网络中，居中的解释了 {median} 的方差，最差的解释了 {worst}。在数据上它们相差 {on}，在数据之外相差 {beyond}。</translation>
    </message>
    <message>
        <source>{k} nets of {n} parameters wait at as many different starts, to learn from {train} examples. Press play.</source>
        <translation>{k} 个各有 {n} 个参数的网络，正等在同样多的不同起点上，准备从 {train} 个样例中学习。请按播放。</translation>
    </message>
    <message>
        <source>{k} nets of {n} parameters wait at the very same start, to learn from {train} examples. Press play.</source>
        <translation>{k} 个各有 {n} 个参数的网络，正等在完全相同的起点上，准备从 {train} 个样例中学习。请按播放。</translation>
    </message>
    <message>
        <source>What each net answers, −2 to 2; examples lie in the middle</source>
        <translation>每个网络在 −2 到 2 上的回答；样例在中间</translation>
    </message>
    <message>
        <source>Net {n}: {score} on the {valid} validation examples; {better} of {k} nets are better.</source>
        <translation>网络 {n}：在 {valid} 个验证样例上{score}；{k} 个网络中有 {better} 个更好。</translation>
    </message>
    <message>
        <source>The share of nets that give the most frequent answer: on the data {on}, outside the dotted square {beyond}. Examples decide what happens between them, each start what happens beyond.</source>
        <translation>给出最常见回答的网络所占的比例：在数据上为 {on}，在虚线方框之外为 {beyond}。样例之间如何，由样例决定；样例之外如何，由各自的起点决定。</translation>
    </message>
    <message>
        <source>How far the answers lie apart, as a standard deviation: on the data {on}, outside their range {beyond}. Examples decide what happens between them, each start what happens beyond.</source>
        <translation>各个回答彼此相差多远（标准差）：在数据上为 {on}，在数据范围之外为 {beyond}。样例之间如何，由样例决定；样例之外如何，由各自的起点决定。</translation>
    </message>
    <message>
        <source>{p} agree</source>
        <translation>{p} 一致</translation>
    </message>
    <message>
        <source>all agree</source>
        <translation>全部一致</translation>
    </message>
    <message>
        <source>all alike</source>
        <translation>完全相同</translation>
    </message>
    <message>
        <source>nine of ten</source>
        <translation>十之有九</translation>
    </message>
    <message>
        <source>No net gives a number here</source>
        <translation>在这里没有网络给出数值</translation>
    </message>
    <message>
        <source>{votes} of {n} nets give the most frequent answer: {votes} / {n} = {share}</source>
        <translation>{n} 个网络中有 {votes} 个给出最常见的回答：{votes} / {n} = {share}</translation>
    </message>
    <message>
        <source>√(mean of (answer − mean answer)²) over {n} nets = {share}</source>
        <translation>对 {n} 个网络求 √((回答 − 平均回答)² 的平均) = {share}</translation>
    </message>
    <message>
        <source>Averaged answers</source>
        <translation>回答的平均</translation>
    </message>
    <message>
        <source>Averaged weights</source>
        <translation>权重的平均</translation>
    </message>
    <message>
        <source>All nets are asked, then the {n} answers are averaged: (a₁ + a₂ + … + aₙ) / {n}</source>
        <translation>先问所有网络，再把 {n} 个回答平均：(a₁ + a₂ + … + aₙ) / {n}</translation>
    </message>
    <message>
        <source>The weights of all nets are averaged, (w₁ + w₂ + … + wₙ) / {n}, and this one net is asked</source>
        <translation>先把所有网络的权重平均，(w₁ + w₂ + … + wₙ) / {n}，再问这一个网络</translation>
    </message>
    <message>
        <source>x = {x}, y = {y}</source>
        <translation>x = {x}，y = {y}</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>不是数值</translation>
    </message>
    <message>
        <source>{k} nets can bear {n} examples a step, not {asked}.</source>
        <translation>{k} 个网络每步只能承受 {n} 个样例，而不是 {asked} 个。</translation>
    </message>
    <message>
        <source>Nobody writes rules for a net: it is shown examples, and finds weights that reproduce them. There are many such weights. Each start leads to other ones, so nets that say the same about the examples say different things about all that no example has told them. All nets here have the same layers and see the same batches; only their first weights differ.</source>
        <translation>没有人为网络编写规则：只是给它看样例，让它找到能复现这些样例的权重。这样的权重有许多组。不同的起点会走向不同的权重，所以对样例说法一致的网络，对样例没有告诉过它们的一切却各有各的说法。这里的所有网络层数结构相同，看到的批次也相同；不同的只是最初的权重。</translation>
    </message>
    <message>
        <source>Give all nets the same start: are they different at the end?</source>
        <translation>让所有网络从同一起点出发：最后它们会不同吗？</translation>
    </message>
    <message>
        <source>Show only 12 examples: what is agreed on now?</source>
        <translation>只给 12 个样例：现在它们在哪里意见一致？</translation>
    </message>
    <message>
        <source>Average the weights of all nets: is that a good net?</source>
        <translation>把所有网络的权重平均：得到的是个好网络吗？</translation>
    </message>
    <message>
        <source>Within the dotted square, where the data are, the small pictures resemble each other; outside they do not. The averaged answers are better than most single nets. The net of averaged weights knows nothing: hidden unit 3 of one net does the work of unit 5 of another, and their mean does neither.</source>
        <translation>在有数据的虚线方框之内，各个小图彼此相似；在方框之外则不然。平均的回答比大多数单个网络更好。权重平均得到的网络却什么也不会：一个网络的第 3 个隐藏单元做的，是另一个网络第 5 个单元的工作，而它们的平均两样都做不了。</translation>
    </message>
</context>
<context>
    <name>MapTools</name>
    <message>
        <source>Follow no more</source>
        <translation>停止追踪</translation>
    </message>
    <message>
        <source>Follow the answer</source>
        <translation>追踪回答</translation>
    </message>
    <message>
        <source>Closer</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Farther</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole net</source>
        <translation>整个网络</translation>
    </message>
    <message>
        <source>Shows all of it, no layer folded</source>
        <translation>显示全部，所有层都展开</translation>
    </message>
    <message>
        <source>Shows what the answer is owed to, layer by layer, back to the input</source>
        <translation>逐层往回，直到输入，显示这个回答从何而来</translation>
    </message>
    <message>
        <source>Click a unit: its path. Double-click a layer: fold it. Wheel: zoom.</source>
        <translation>单击神经元：显示它的路径。双击一层：折叠。滚轮：缩放。</translation>
    </message>
</context>
<context>
    <name>MapView</name>
    <message>
        <source>Map of the layer</source>
        <translation>这一层的地图</translation>
    </message>
    <message>
        <source>{n} points. Arrows go from point to point, Enter lays one on the pad.</source>
        <translation>{n} 个点。方向键在各点之间移动，Enter 把它放到手写板上。</translation>
    </message>
</context>
<context>
    <name>MapsView</name>
    <message>
        <source>Maps of all units</source>
        <translation>所有神经元的图</translation>
    </message>
</context>
<context>
    <name>MethodChooser</name>
    <message>
        <source>Method</source>
        <translation>方法</translation>
    </message>
    <message>
        <source>How the model is fitted</source>
        <translation>用什么方法拟合模型</translation>
    </message>
</context>
<context>
    <name>MethodRow</name>
    <message>
        <source>Its knobs, and its step in numbers</source>
        <translation>它的旋钮，以及它这一步的数值</translation>
    </message>
    <message>
        <source>{name} races</source>
        <translation>{name}参赛</translation>
    </message>
</context>
<context>
    <name>MindStrip</name>
    <message>
        <source>What the net thought, over time</source>
        <translation>网络的想法如何随时间变化</translation>
    </message>
    <message>
        <source>After {k} points</source>
        <translation>写到第 {k} 个点</translation>
    </message>
    <message>
        <source>How the answer changed while you drew</source>
        <translation>你写的时候，回答是怎样变化的</translation>
    </message>
</context>
<context>
    <name>MineConfig</name>
    <message>
        <source>Pen width</source>
        <translation>笔画粗细</translation>
    </message>
    <message>
        <source>Width of the pen, as a share of the pad</source>
        <translation>笔画粗细，以手写板边长的百分比计</translation>
    </message>
    <message>
        <source>Size of the pictures</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>How large each picture of the sheet is; Ctrl with the wheel does the same</source>
        <translation>每张小图显示得多大；按住 Ctrl 滚动滚轮也可以调整</translation>
    </message>
</context>
<context>
    <name>MinePanel</name>
    <message>
        <source>label the drawing, or the chosen picture</source>
        <translation>标明写的是几；选中图片时，标明图片是几</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>delete the chosen picture</source>
        <translation>删除选中的图片</translation>
    </message>
    <message>
        <source>size of the pictures</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>There is nothing to label: the pad is empty. Draw a digit first.</source>
        <translation>没有可标注的数字：手写板是空的，请先写一个。</translation>
    </message>
    <message>
        <source>That is a test image, not your hand. Clear the pad and draw.</source>
        <translation>那是测试图片，不是你写的。请清空手写板再写。</translation>
    </message>
    <message>
        <source>That is too much ink for one digit. Clear the pad and draw again.</source>
        <translation>墨迹太多，不像一个数字。请清空手写板重写。</translation>
    </message>
    <message>
        <source>Draw a digit on the pad, then press the key of what it is.</source>
        <translation>在手写板上写一个数字，再按对应的数字键。</translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <translation>已保存 {file}。</translation>
    </message>
</context>
<context>
    <name>MinePresets</name>
    <message>
        <source>Your own digits</source>
        <translation>你自己的数字</translation>
    </message>
    <message>
        <source>What you have collected; it is kept from one time to the next</source>
        <translation>你收集的数字；下次打开时仍然在</translation>
    </message>
    <message>
        <source>A neat hand, drawn by script</source>
        <translation>工整的字迹（程序书写）</translation>
    </message>
    <message>
        <source>Forty digits of one hand: nets read nearly all of them</source>
        <translation>同一字迹的四十个数字：网络几乎都能认出</translation>
    </message>
    <message>
        <source>A hand that leans, by script</source>
        <translation>倾斜的字迹（程序书写）</translation>
    </message>
    <message>
        <source>A 1 with a flag that leans is hard to tell from a 7</source>
        <translation>带钩又倾斜的 1 很难与 7 区分</translation>
    </message>
    <message>
        <source>A wide hand, by script</source>
        <translation>很宽的字迹（程序书写）</translation>
    </message>
    <message>
        <source>Every digit stretched: the nets lose its 6</source>
        <translation>每个数字都被拉宽：网络认不出它的 6</translation>
    </message>
</context>
<context>
    <name>MineView</name>
    <message>
        <source>What did you write? Press its key, 0 to 9.</source>
        <translation>你写的是几？请按数字键 0–9。</translation>
    </message>
    <message>
        <source>Your digits</source>
        <translation>你的数字</translation>
    </message>
</context>
<context>
    <name>MineWords</name>
    <message>
        <source>My digits</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>draw a {label}</source>
        <translation>请写 {label}</translation>
    </message>
    <message>
        <source>draw an {label}</source>
        <translation>请写 {label}</translation>
    </message>
    <message>
        <source>A hand drawn by script, not yours: {n}</source>
        <translation>程序书写的字迹，不是你的：{n} 个</translation>
    </message>
    <message>
        <source>Your digits: {n}</source>
        <translation>你的数字：{n} 个</translation>
    </message>
    <message>
        <source>Your digits of last time are being read from the disc …</source>
        <translation>正在从磁盘读取你上次写的数字……</translation>
    </message>
    <message>
        <source>You have written 0 digits so far: draw one, then say which it is.</source>
        <translation>你写的数字：0 个。写一个，再说明它是几。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>Of {n} digits drawn by script, {reads}</source>
        <translation>程序书写的 {n} 个数字中，{reads}</translation>
    </message>
    <message>
        <source>Your first digit: {reads}</source>
        <translation>你的第一个数字：{reads}</translation>
    </message>
    <message>
        <source>Of your {n} digits, {reads}</source>
        <translation>你的 {n} 个数字中，{reads}</translation>
    </message>
    <message>
        <source>{first}; {mistake}.</source>
        <translation>{first}；{mistake}。</translation>
    </message>
    <message>
        <source>{first}.</source>
        <translation>{first}。</translation>
    </message>
    <message>
        <source>{net} is still reading</source>
        <translation>{net} 还在识别</translation>
    </message>
    <message>
        <source>{net} reads {right} ({share})</source>
        <translation>{net} 认出 {right} 个（{share}）</translation>
    </message>
    <message>
        <source>{net} {right} ({share})</source>
        <translation>{net} {right} 个（{share}）</translation>
    </message>
    <message>
        <source>{net} reads it rightly</source>
        <translation>{net} 认对了</translation>
    </message>
    <message>
        <source>{net} misreads it</source>
        <translation>{net} 认错了</translation>
    </message>
    <message>
        <source>both take your {one} for {other}</source>
        <translation>两者都把你的 {one} 当成 {other}</translation>
    </message>
    <message>
        <source>all take your {one} for {other}</source>
        <translation>各网络都把你的 {one} 当成 {other}</translation>
    </message>
    <message>
        <source>both take {one} for {other}</source>
        <translation>两者都把 {one} 当成 {other}</translation>
    </message>
    <message>
        <source>all take {one} for {other}</source>
        <translation>各网络都把 {one} 当成 {other}</translation>
    </message>
    <message>
        <source>{net} takes {one} for {other}</source>
        <translation>{net} 把 {one} 当成 {other}</translation>
    </message>
    <message>
        <source>{net}: {digit} ({p})</source>
        <translation>{net}：{digit}（{p}）</translation>
    </message>
    <message>
        <source>No. {i}, {label}. {answers}</source>
        <translation>第 {i} 个，{label}。{answers}</translation>
    </message>
    <message>
        <source>The nets have learnt from the digits of American clerks and pupils around 1990. Your hand was not among them. Collect some of your own digits, say what each one is, and see how well a score on test images carries over to a writer whom no net has seen.</source>
        <translation>这些网络学的是 1990 年前后美国职员和学生写的数字，其中没有你的字迹。收集一些你自己写的数字，说明每个是几，看看测试图片上的得分能在多大程度上推广到一位网络从没见过的书写者。</translation>
    </message>
    <message>
        <source>See a neat hand, drawn by script</source>
        <translation>看看程序书写的工整字迹</translation>
    </message>
    <message>
        <source>See a hand that leans: its 1 becomes a 7</source>
        <translation>看看倾斜的字迹：它的 1 变成了 7</translation>
    </message>
    <message>
        <source>Back to your own digits, and add some</source>
        <translation>回到你自己的数字，再添几个</translation>
    </message>
    <message>
        <source>The whisker on each bar shows how uncertain so few digits are: after ten, even ten of ten may mean 72 %. The strokes are kept with the pictures, so your digits can be drawn again, saved, and judged on the page of errors.</source>
        <translation>每根条上的误差线表示数字太少带来的不确定：只写十个时，即使全对，真实正确率也可能只有 72&#x202f;%。笔画与图片一同保留，因此你的数字可以重新绘制、保存，也可以在“错误”页上检验。</translation>
    </message>
    <message>
        <source>your digits</source>
        <translation>你的数字</translation>
    </message>
</context>
<context>
    <name>MistakesView</name>
    <message>
        <source>Nothing is measured yet.</source>
        <translation>还没有测量。</translation>
    </message>
    <message>
        <source>The hardest of the first {asked} of {n} validation examples, worst first</source>
        <translation>前 {asked} 个验证样例（共 {n} 个）中最难的，最差的在前</translation>
    </message>
    <message>
        <source>The hardest of all {n} validation examples, worst first</source>
        <translation>全部 {n} 个验证样例中最难的，最差的在前</translation>
    </message>
    <message>
        <source>Counted are the first {asked} of {n} validation examples.</source>
        <translation>只统计了 {n} 个验证样例中的前 {asked} 个。</translation>
    </message>
    <message>
        <source>Click an example to see where its loss comes from.</source>
        <translation>点一个样例，看它的损失从何而来。</translation>
    </message>
    <message>
        <source>Hardest</source>
        <translation>最难的</translation>
    </message>
    <message>
        <source>Shows the hardest examples of all again</source>
        <translation>重新显示最难的样例</translation>
    </message>
</context>
<context>
    <name>ModelForm</name>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>What is fitted to the examples</source>
        <translation>用什么去拟合样例</translation>
    </message>
    <message>
        <source>Draw other examples</source>
        <translation>换一批样例</translation>
    </message>
    <message>
        <source>Scale the inputs</source>
        <translation>输入标准化</translation>
    </message>
    <message>
        <source>The model is given (x − mean) / standard deviation: the same curves, a rounder surface</source>
        <translation>给模型的是 (x − 平均值) / 标准差：曲线还是那些曲线，曲面却更圆</translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Move the point on the surface, or what is chosen in the data</source>
        <translation>移动曲面上的点，或数据中选中的东西</translation>
    </message>
    <message>
        <source>PgUp, PgDown</source>
        <translation>PgUp、PgDown</translation>
    </message>
    <message>
        <source>In the data: choose a handle or an example</source>
        <translation>在数据中：选择手柄或样例</translation>
    </message>
    <message>
        <source>Ins, Del</source>
        <translation>Ins、Del</translation>
    </message>
    <message>
        <source>In the data: add an example, take the chosen one away</source>
        <translation>在数据中：添加样例，删除选中的样例</translation>
    </message>
</context>
<context>
    <name>ModelShowcase</name>
    <message>
        <source>A line</source>
        <translation>一条直线</translation>
    </message>
    <message>
        <source>A point of the surface is a line on the data: drag either</source>
        <translation>曲面上的一个点，就是数据上的一条直线：拖哪个都行</translation>
    </message>
    <message>
        <source>One outlier</source>
        <translation>一个离群点</translation>
    </message>
    <message>
        <source>It is far off, and squared: how far does it pull? Drag it back</source>
        <translation>它偏得很远，还要平方：它能拉多远？把它拖回来看看</translation>
    </message>
    <message>
        <source>Inputs around 100</source>
        <translation>输入在 100 左右</translation>
    </message>
    <message>
        <source>A ravine: the highest rate is tiny. Scale the inputs and play again</source>
        <translation>成了峡谷：学习率只能极小。把输入标准化，再播放一次</translation>
    </message>
    <message>
        <source>Parted without a fault</source>
        <translation>完全分得开</translation>
    </message>
    <message>
        <source>Where is the minimum? Let it play long and watch w</source>
        <translation>最低点在哪里？让它多跑一会儿，看着 w</translation>
    </message>
    <message>
        <source>Classes that overlap</source>
        <translation>有重叠的两类</translation>
    </message>
    <message>
        <source>Now there is a best steepness. Drag one example across the border</source>
        <translation>这回有了最合适的陡度。把一个样例拖过分界线试试</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>高原</translation>
    </message>
    <message>
        <source>The neuron says 1 to all, with hardly any slope: how long a wait?</source>
        <translation>神经元对什么都说 1，几乎没有坡度：要等多久？</translation>
    </message>
    <message>
        <source>Two valleys</source>
        <translation>两个谷</translation>
    </message>
    <message>
        <source>A neuron has one edge; which it learns, the start decides: drag it</source>
        <translation>一个神经元只有一道坎；学会哪一道，由起点决定：拖动它</translation>
    </message>
    <message>
        <source>Batches of one</source>
        <translation>每批一个样例</translation>
    </message>
    <message>
        <source>Each example has its own valley, dotted: where do the steps lead?</source>
        <translation>每个样例都有自己的谷（点线）：这些步走向哪里？</translation>
    </message>
</context>
<context>
    <name>ModelWords</name>
    <message>
        <source>Batch (0: all)</source>
        <translation>批大小（0 为全部）</translation>
    </message>
    <message>
        <source>A step sees the loss of so many examples only: dotted on the map</source>
        <translation>每一步只看这么多样例的损失：图上的点线</translation>
    </message>
    <message>
        <source>A line</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>Logistic regression</source>
        <translation>逻辑回归</translation>
    </message>
    <message>
        <source>One neuron</source>
        <translation>一个神经元</translation>
    </message>
    <message>
        <source>Example x = {x}, class {y}
{model} = {filled} = {said} for class 1
for the right class {p}: loss = −ln {p} = {loss}</source>
        <translation>样例 x = {x}，类别 {y}
{model} = {filled} = {said}，这是类别 1 的概率
正确类别的概率 {p}：损失 = −ln {p} = {loss}</translation>
    </message>
    <message>
        <source>Example x = {x}, y = {y}
{model} = {filled} = {said}
off by {off}: loss = off² = {loss}</source>
        <translation>样例 x = {x}，y = {y}
{model} = {filled} = {said}
偏差 {off}：损失 = 偏差² = {loss}</translation>
    </message>
    <message>
        <source>w = {w}, b = {b}: loss {loss}, the mean over {n} examples</source>
        <translation>w = {w}，b = {b}：损失 {loss}，对 {n} 个样例取平均</translation>
    </message>
    <message>
        <source>Step {step}: </source>
        <translation>第 {step} 步：</translation>
    </message>
    <message>
        <source>thrown out, for each step was longer than the last: lower the rate.</source>
        <translation>飞出去了，一步比一步长：请调低学习率。</translation>
    </message>
    <message>
        <source>w = {w}, b = {b}: {right} of {n} on the right side, loss {loss}; {best}.</source>
        <translation>w = {w}，b = {b}：{n} 个中有 {right} 个在正确的一侧，损失 {loss}；{best}。</translation>
    </message>
    <message>
        <source>w = {w}, b = {b}: the line is off by {off}, loss {loss}; {best}.</source>
        <translation>w = {w}，b = {b}：直线偏差 {off}，损失 {loss}；{best}。</translation>
    </message>
    <message>
        <source>w = {w}, b = {b}: the neuron is off by {off}, loss {loss}; {best}.</source>
        <translation>w = {w}，b = {b}：神经元偏差 {off}，损失 {loss}；{best}。</translation>
    </message>
    <message>
        <source>the best has {least}</source>
        <translation>最低可到 {least}</translation>
    </message>
    <message>
        <source>there is no best: the larger w, the lower the loss</source>
        <translation>没有最优：w 越大，损失越低</translation>
    </message>
    <message>
        <source>there are many best ones, for all inputs are equal</source>
        <translation>最优的有很多，因为所有输入都相同</translation>
    </message>
    <message>
        <source>no lowest place is in sight</source>
        <translation>眼前看不到最低点</translation>
    </message>
    <message>
        <source>{n} examples.</source>
        <translation>{n} 个样例。</translation>
    </message>
    <message>
        <source>The model: {model} with w = {w}, b = {b}.</source>
        <translation>模型：{model}，w = {w}，b = {b}。</translation>
    </message>
    <message>
        <source>Chosen: handle {i} of the curve.</source>
        <translation>选中：曲线的第 {i} 个手柄。</translation>
    </message>
    <message>
        <source>Page keys choose, arrows move, Ins adds an example, Del takes it away.</source>
        <translation>翻页键选择，方向键移动，Ins 添加样例，Del 删除样例。</translation>
    </message>
    <message>
        <source>The gradient is the mean over {n} of {all} examples of {part}. Arrows downhill: coloured for these, grey for all.</source>
        <translation>梯度是 {all} 个样例中 {n} 个的平均：{part}。箭头指向下坡：彩色的对这几个样例，灰色的对全部样例。</translation>
    </message>
    <message>
        <source>The gradient is the mean over {n} examples of {part}; the arrow is against it.</source>
        <translation>梯度是 {n} 个样例的平均：{part}；箭头与它相反。</translation>
    </message>
    <message>
        <source>2 · off · (x, 1)</source>
        <translation>2 · 偏差 · (x, 1)</translation>
    </message>
    <message>
        <source>(said − class) · (x, 1)</source>
        <translation>(所说 − 类别) · (x, 1)</translation>
    </message>
    <message>
        <source>2 · off · slope of tanh · (x, 1)</source>
        <translation>2 · 偏差 · tanh 的斜率 · (x, 1)</translation>
    </message>
    <message>
        <source>x is counted from its mean, in standard deviations.</source>
        <translation>x 从平均值算起，以标准差为单位。</translation>
    </message>
    <message>
        <source>Up to a rate of {highest} this goes well: 2 / the largest curvature.</source>
        <translation>学习率不超过 {highest} 就没事：2 / 最大曲率。</translation>
    </message>
    <message>
        <source>From a rate of {highest} on, 2 / the largest curvature, it is thrown out.</source>
        <translation>学习率从 {highest}（2 / 最大曲率）起，就会飞出去。</translation>
    </message>
    <message>
        <source>At the left a model with two knobs, w and b, on its data. How far off it is on average is one number, the loss; at the right it is a height for every setting of both knobs. A point there is a curve here: to fit a model is to walk downhill there.</source>
        <translation>左边是一个有两个旋钮 w 和 b 的模型和它的数据。它平均偏离多少，是一个数，即损失；在右边，两个旋钮的每一种取值都有一个损失，画成高度。右边的一个点，就是左边的一条曲线：拟合模型，就是在右边往坡下走。</translation>
    </message>
    <message>
        <source>Drag the line away, then let it find its way back</source>
        <translation>把直线拖开，再让它自己找回来</translation>
    </message>
    <message>
        <source>Pull one example far out: the whole surface moves</source>
        <translation>把一个样例拉得很远：整个曲面都跟着动</translation>
    </message>
    <message>
        <source>Inputs in the hundreds: a ravine. Then scale them</source>
        <translation>输入有上百那么大：成了峡谷。再把它们标准化</translation>
    </message>
    <message>
        <source>Drag the point on the surface, the handles of the curve, or an example. Each stick is how far off the model is there; the loss counts its square. With batches a step sees a few examples only: their surface is dotted, and another one at each step.</source>
        <translation>拖动曲面上的点、曲线的手柄，或者一个样例。每根短棒表示模型在那里偏了多少，损失算的是它的平方。用小批量时，一步只看几个样例：它们的曲面画成点线，每一步都是另一个曲面。</translation>
    </message>
</context>
<context>
    <name>MorphView</name>
    <message>
        <source>share of the way from A to B</source>
        <translation>从 A 到 B 的进度</translation>
    </message>
    <message>
        <source>Pixels mixed: probability of each digit</source>
        <translation>混合像素：每个数字的概率</translation>
    </message>
    <message>
        <source>Mixed after {layer}: probability of each digit</source>
        <translation>在{layer}之后混合：每个数字的概率</translation>
    </message>
    <message>
        <source>Pixels mixed</source>
        <translation>混合像素</translation>
    </message>
    <message>
        <source>What is mixed inside the net is no picture: this is the test image whose numbers there are nearest to it</source>
        <translation>网络内部的混合并不是一张图片：这里是在该层的数值与它最接近的测试图片</translation>
    </message>
    <message>
        <source>The answers along the way appear here</source>
        <translation>沿途的回答会显示在这里</translation>
    </message>
</context>
<context>
    <name>MorphWords</name>
    <message>
        <source>Morph</source>
        <translation>渐变</translation>
    </message>
    <message>
        <source>the pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>layer {i}, {kind}</source>
        <translation>第 {i} 层（{kind}）</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>pooling</source>
        <translation>池化</translation>
    </message>
    <message>
        <source>in a row</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>dropout</source>
        <translation>随机失活</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>归一化</translation>
    </message>
    <message>
        <source>cut</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>不变</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>read as {best} ({p})</source>
        <translation>读作 {best}（{p}）</translation>
    </message>
    <message>
        <source>This net has no layer between picture and answer: only the pixels can be mixed.</source>
        <translation>这个网络在图片与答案之间没有别的层：只能混合像素。</translation>
    </message>
    <message>
        <source>The pixels come before the first layer: choose a layer to mix inside the net too.</source>
        <translation>像素在第一层之前：选一个层，就能同时在网络内部混合。</translation>
    </message>
    <message>
        <source>Nearest image</source>
        <translation>最近的图片</translation>
    </message>
    <message>
        <source>Nearest in layer {i}</source>
        <translation>第 {i} 层中最近的</translation>
    </message>
    <message>
        <source>of {n} so far</source>
        <translation>已比较 {n} 张</translation>
    </message>
    <message>
        <source>test image {i}: {label}</source>
        <translation>测试图片 {i}：{label}</translation>
    </message>
    <message>
        <source>Choose two digits: 100 steps lead from one to the other, along two paths.</source>
        <translation>选两个数字：两条路径各用 100 步从一个走到另一个。</translation>
    </message>
    <message>
        <source>{t} from {a} to {b}: the mixed pixels are read as {best} ({p}); {flips}.</source>
        <translation>从 {a} 到 {b} 走了 {t}：混合像素读作 {best}（{p}）；{flips}。</translation>
    </message>
    <message>
        <source>{t} from {a} to {b}: pixels read {best} ({p}), layer {layer} reads {next} ({q}); {flips}.</source>
        <translation>从 {a} 到 {b} 走了 {t}：混合像素读作 {best}（{p}），在第 {layer} 层混合读作 {next}（{q}）；{flips}。</translation>
    </message>
    <message>
        <source>flips at {p} and {q}</source>
        <translation>分别在 {p} 和 {q} 处翻转</translation>
    </message>
    <message>
        <source>flips: {n} and {m}</source>
        <translation>翻转次数：{n} 和 {m}</translation>
    </message>
    <message>
        <source>it flips at {p}</source>
        <translation>在 {p} 处翻转</translation>
    </message>
    <message>
        <source>flips: {n}</source>
        <translation>翻转次数：{n}</translation>
    </message>
    <message>
        <source>A 4 becomes a 9</source>
        <translation>4 变成 9</translation>
    </message>
    <message>
        <source>One flip on each path; near it both are only half sure</source>
        <translation>两条路径各翻转一次，翻转点附近都只有一半把握</translation>
    </message>
    <message>
        <source>A 6 becomes a 9, by way of 8</source>
        <translation>6 经过 8 变成 9</translation>
    </message>
    <message>
        <source>Two digits on top of each other look like a third; deep in the net the way leads past it</source>
        <translation>两个数字叠在一起像第三个；在网络深处，路径会绕过它</translation>
    </message>
    <message>
        <source>From 6 to 7 through three others</source>
        <translation>从 6 到 7，途经另外三个</translation>
    </message>
    <message>
        <source>The MLP names one digit after another; not one of them is there</source>
        <translation>MLP 一个接一个地报出数字，其实哪个都不在图里</translation>
    </message>
    <message>
        <source>A trace of an 8 on a 1</source>
        <translation>1 上淡淡的 8</translation>
    </message>
    <message>
        <source>A fifth of its ink is enough: the net reads faint lines too</source>
        <translation>五分之一的墨迹就够了：淡淡的线条网络也读得出来</translation>
    </message>
    <message>
        <source>Lay two digits over each other, more and more of the second: no hand would write what lies between. A net turns a picture into other numbers, layer by layer; mix those instead, and let the rest of the net go on from there. Deep inside, the straight way from one digit to another avoids the others: there, like lies near like.</source>
        <translation>把两个数字叠在一起，第二个越来越浓：中间的样子没有人会这样写。网络把图片一层层变成另一些数；不妨改为混合这些数，再让网络的其余部分接着算。在网络深处，从一个数字到另一个的直线路径会避开别的数字：在那里，相似的彼此靠近。</translation>
    </message>
    <message>
        <source>Go from a 6 to a 9, and compare the two ways</source>
        <translation>从 6 走到 9，比较两条路径</translation>
    </message>
    <message>
        <source>Mix in an early layer, then in a late one</source>
        <translation>先在靠前的层混合，再在靠后的层混合</translation>
    </message>
    <message>
        <source>Let the MLP go from 6 to 7</source>
        <translation>让 MLP 从 6 走到 7</translation>
    </message>
    <message>
        <source>A mixture inside the net is no picture. What is shown beside it is the test image whose numbers in that layer are nearest to the mixture: real, and only as near as one of 10,000 can be. The flip is rarely in the middle.</source>
        <translation>网络内部的混合并不是一张图片。旁边显示的是在该层的数值与混合最接近的测试图片：它是真实的，但只是 10,000 张里最接近的一张。翻转点很少在正中间。</translation>
    </message>
</context>
<context>
    <name>NearList</name>
    <message>
        <source>Nearest in this layer</source>
        <translation>这一层中最近的</translation>
    </message>
</context>
<context>
    <name>NetCharts</name>
    <message>
        <source>the net itself</source>
        <translation>网络本身</translation>
    </message>
    <message>
        <source>the slice</source>
        <translation>切面</translation>
    </message>
    <message>
        <source>off the plane</source>
        <translation>离平面</translation>
    </message>
    <message>
        <source>straight</source>
        <translation>直线</translation>
    </message>
    <message>
        <source>after matching</source>
        <translation>匹配之后</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>尖锐度</translation>
    </message>
    <message>
        <source>edge of stability</source>
        <translation>稳定边界</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The loss along the path: of the net itself, and of the slice below it</source>
        <translation>路径上的损失：网络本身的，以及下方切面的</translation>
    </message>
    <message>
        <source>from the first net to the second</source>
        <translation>从第一个网络到第二个</translation>
    </message>
    <message>
        <source>The loss on the line between two nets</source>
        <translation>两个网络连线上的损失</translation>
    </message>
    <message>
        <source>curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>The sharpness along the run, and the edge of stability</source>
        <translation>训练途中的尖锐度与稳定边界</translation>
    </message>
    <message>
        <source>How far the path lies off the plane</source>
        <translation>路径离平面多远</translation>
    </message>
</context>
<context>
    <name>NetChooser</name>
    <message>
        <source>{n} parameters in one layer</source>
        <translation>{n} 个参数，1 层</translation>
    </message>
    <message>
        <source>{n} parameters in {k} layers</source>
        <translation>{n} 个参数，{k} 层</translation>
    </message>
    <message>
        <source>{size}, from picture to answer</source>
        <translation>{size}，从图像到回答</translation>
    </message>
    <message>
        <source>{size}, from a point to the answer</source>
        <translation>{size}，从平面上的一点到回答</translation>
    </message>
    <message>
        <source>{size}, from one number to the answer</source>
        <translation>{size}，从一个数到回答</translation>
    </message>
    <message>
        <source>{size}, from {n} numbers to the answer</source>
        <translation>{size}，从 {n} 个数到回答</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The net that answers, here and in every other room</source>
        <translation>负责回答的网络，所有房间共用</translation>
    </message>
</context>
<context>
    <name>NetConfig</name>
    <message>
        <source>Links into each layer</source>
        <translation>每层的连线数</translation>
    </message>
    <message>
        <source>Draws so many of the products w·a, the largest ones: orange pushes up, blue pushes down</source>
        <translation>画出乘积 w·a 中最大的这么多条：橙色往上推，蓝色往下压</translation>
    </message>
</context>
<context>
    <name>NetFiles</name>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>Nets (*.npz)</source>
        <translation>网络 (*.npz)</translation>
    </message>
    <message>
        <source>Open a net</source>
        <translation>打开网络</translation>
    </message>
    <message>
        <source>Save this net</source>
        <translation>保存这个网络</translation>
    </message>
    <message>
        <source>{name} is forgotten here; files you have saved stay.</source>
        <translation>{name} 已从这里移除；你保存过的文件仍在。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Take a net of your own apart: a file that was saved here</source>
        <translation>拆开看看你自己的网络：打开在这里保存过的文件</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Write this net into a file; NumPy reads its weights as well</source>
        <translation>把这个网络写入文件；NumPy 也能读出其中的权重</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Take this net of yours out of all rooms</source>
        <translation>把你的这个网络从所有房间移除</translation>
    </message>
</context>
<context>
    <name>NetLandShowcase</name>
    <message>
        <source>The path of a net</source>
        <translation>网络走过的路</translation>
    </message>
    <message>
        <source>354 numbers, two directions: did the net climb the hill you see?</source>
        <translation>354 个数，只看两个方向：你看见的山，网络真的翻过吗？</translation>
    </message>
    <message>
        <source>A bowl by chance</source>
        <translation>随机看成一只碗</translation>
    </message>
    <message>
        <source>The same net in random directions: where have the hills gone?</source>
        <translation>同一个网络，换成随机方向：山都到哪里去了？</translation>
    </message>
    <message>
        <source>A net that reads digits</source>
        <translation>识别数字的网络</translation>
    </message>
    <message>
        <source>25,450 numbers: how much of its way do two directions hold?</source>
        <translation>25,450 个数：两个方向装得下它走过的多少路？</translation>
    </message>
    <message>
        <source>A rate on its edge</source>
        <translation>学习率在边界上</translation>
    </message>
    <message>
        <source>All examples in each step: how far does the landscape sharpen?</source>
        <translation>每步都用全部样例：地形会变得多尖锐？</translation>
    </message>
    <message>
        <source>A rate above it</source>
        <translation>学习率过了边界</translation>
    </message>
    <message>
        <source>Too high for here: is it lost, or does it find a flatter place?</source>
        <translation>对这里太高：是失控，还是找到更平坦的地方？</translation>
    </message>
    <message>
        <source>Two starts, a wall</source>
        <translation>两个起点，一堵墙</translation>
    </message>
    <message>
        <source>Two good nets, bad ones between. What if neurons change places?</source>
        <translation>两个好网络，中间却是坏的。如果神经元换换位置呢？</translation>
    </message>
    <message>
        <source>Batches of one</source>
        <translation>每批一个样例</translation>
    </message>
    <message>
        <source>3,000 steps at rate 0.05, much noise: how sharp is where it ends?</source>
        <translation>学习率 0.05，3,000 步，噪声很大：它最后停的地方有多尖锐？</translation>
    </message>
    <message>
        <source>Batches of 64</source>
        <translation>每批 64 个样例</translation>
    </message>
    <message>
        <source>The same 3,000 steps, little noise: sharper than before, or not?</source>
        <translation>同样 3,000 步，噪声很小：比刚才更尖锐吗？</translation>
    </message>
    <message>
        <source>Straight downhill</source>
        <translation>笔直下坡</translation>
    </message>
    <message>
        <source>Along the gradient: how long does going straight on help?</source>
        <translation>沿着梯度一直走：能好多久？</translation>
    </message>
</context>
<context>
    <name>NetLandView</name>
    <message>
        <source>Another start</source>
        <translation>另一个起点</translation>
    </message>
    <message>
        <source>Click on the landscape: loss and share right there; that net can be taken.</source>
        <translation>点一下地形：看那里的损失和答对的比例；那里的网络可以拿走。</translation>
    </message>
    <message>
        <source>Which plane</source>
        <translation>哪个平面</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>答对比例</translation>
    </message>
    <message>
        <source>Gap</source>
        <translation>差距</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>连线</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>尖锐度</translation>
    </message>
    <message>
        <source>log height</source>
        <translation>高度取对数</translation>
    </message>
    <message>
        <source>Equal ratios are equally high: what is low and flat is seen apart</source>
        <translation>比例相等，高差就相等：低而平的地方也看得清</translation>
    </message>
    <message>
        <source>Two others</source>
        <translation>换两个</translation>
    </message>
    <message>
        <source>Chance chooses two other directions</source>
        <translation>随机另选两个方向</translation>
    </message>
    <message>
        <source>Take this net</source>
        <translation>拿走这个网络</translation>
    </message>
    <message>
        <source>The net at the picked place becomes one of yours, for all rooms</source>
        <translation>选中位置上的网络成为你的，所有房间都可以用</translation>
    </message>
    <message>
        <source>The net at the other end</source>
        <translation>连线另一端的网络</translation>
    </message>
</context>
<context>
    <name>NetLandWords</name>
    <message>
        <source>Span</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>How far is looked: 1 is usual for each kind of plane</source>
        <translation>看多远：1 是每种平面通常的范围</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>样例数</translation>
    </message>
    <message>
        <source>From how many examples of the training set the loss is told, at most</source>
        <translation>最多用训练集里多少个样例来计算损失</translation>
    </message>
    <message>
        <source>Chance</source>
        <translation>随机数</translation>
    </message>
    <message>
        <source>Another number, two other random directions</source>
        <translation>换一个数，就换两个随机方向</translation>
    </message>
    <message>
        <source>Plane follows</source>
        <translation>平面跟随</translation>
    </message>
    <message>
        <source>As the net learns on, the plane is chosen anew; else it stays</source>
        <translation>网络继续学习时重新选平面；否则平面不动</translation>
    </message>
    <message>
        <source>Path (PCA)</source>
        <translation>路径（PCA）</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Curvature</source>
        <translation>曲率</translation>
    </message>
    <message>
        <source>Three nets</source>
        <translation>三个网络</translation>
    </message>
    <message>
        <source>Step 0: gathering the examples that a net is to learn …</source>
        <translation>第 0 步：正在收集网络要学的样例……</translation>
    </message>
    <message>
        <source>A net is trained here, to have a landscape: step {at} of {until}.</source>
        <translation>这里正在训练一个网络，好有一片地形可看：第 {at} 步，共 {until} 步。</translation>
    </message>
    <message>
        <source>At step {step} the net’s loss is {loss}.</source>
        <translation>第 {step} 步，网络的损失是 {loss}。</translation>
    </message>
    <message>
        <source>At step {step} the net’s loss is {loss}, {right} are right.</source>
        <translation>第 {step} 步，网络的损失是 {loss}，答对 {right}。</translation>
    </message>
    <message>
        <source>Two other starts are being trained, step {at} of {until}: random directions so long.</source>
        <translation>正在训练另外两个起点，第 {at} 步，共 {until} 步：先看随机方向。</translation>
    </message>
    <message>
        <source>Seen are two of {n} directions, those with most of the path: {share} of its variance.</source>
        <translation>看到的是 {n} 个方向中的两个，即路径走得最开的两个：占其方差的 {share}。</translation>
    </message>
    <message>
        <source>Seen are two of {n} directions, chosen by chance.</source>
        <translation>看到的是 {n} 个方向中随机选出的两个。</translation>
    </message>
    <message>
        <source>To the right it goes downhill, as steeply as can be; upwards: the sharpest of {n} directions.</source>
        <translation>向右是最陡的下坡，向上是 {n} 个方向中最尖锐的一个。</translation>
    </message>
    <message>
        <source>Seen are the two sharpest of {n} directions: the curvature is {sharp}.</source>
        <translation>看到的是 {n} 个方向中最尖锐的两个：曲率为 {sharp}。</translation>
    </message>
    <message>
        <source>Three nets of {n} numbers lie in this plane, from three starts.</source>
        <translation>这个平面里有三个网络，各有 {n} 个数，起点各不相同。</translation>
    </message>
    <message>
        <source>The path is too short for a plane: 2 random directions instead.</source>
        <translation>路径太短，定不出平面：先看 2 个随机方向。</translation>
    </message>
    <message>
        <source>The 2 other nets are not trained yet: random directions so long.</source>
        <translation>另外 2 个网络还没训练好：先看随机方向。</translation>
    </message>
    <message>
        <source>There is no slope or curvature to look along: 2 random directions instead.</source>
        <translation>这里没有坡度或曲率可循：改看 2 个随机方向。</translation>
    </message>
    <message>
        <source>At step {step} the net is lost, its numbers without bounds: the plane is of a step before.</source>
        <translation>第 {step} 步时网络已经失控，参数大得没有边际：平面取自之前的一步。</translation>
    </message>
    <message>
        <source>random direction 1</source>
        <translation>随机方向 1</translation>
    </message>
    <message>
        <source>random direction 2</source>
        <translation>随机方向 2</translation>
    </message>
    <message>
        <source>widest: {share} of the path</source>
        <translation>最宽方向：占路径的 {share}</translation>
    </message>
    <message>
        <source>second: {share}</source>
        <translation>第二：{share}</translation>
    </message>
    <message>
        <source>downhill</source>
        <translation>下坡方向</translation>
    </message>
    <message>
        <source>sharpest direction</source>
        <translation>最尖锐的方向</translation>
    </message>
    <message>
        <source>second sharpest</source>
        <translation>第二尖锐的方向</translation>
    </message>
    <message>
        <source>to the second net</source>
        <translation>朝第二个网络</translation>
    </message>
    <message>
        <source>to the third</source>
        <translation>朝第三个网络</translation>
    </message>
    <message>
        <source>share right</source>
        <translation>答对的比例</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>another start</source>
        <translation>另一个起点</translation>
    </message>
    <message>
        <source>The first picture is being computed …</source>
        <translation>正在计算第一幅图……</translation>
    </message>
    <message>
        <source>{side} × {side} places, {n} examples at each.</source>
        <translation>{side} × {side} 个位置，每处用 {n} 个样例。</translation>
    </message>
    <message>
        <source>{side} × {side} is coming: {share}.</source>
        <translation>{side} × {side} 正在计算：{share}。</translation>
    </message>
    <message>
        <source>The net of Training, as it stands there.</source>
        <translation>“训练”里的网络，就是它现在的样子。</translation>
    </message>
    <message>
        <source>A net trained by this page itself: step {at} of {until}.</source>
        <translation>由本页自己训练的网络：第 {at} 步，共 {until} 步。</translation>
    </message>
    <message>
        <source>Training has taken no step yet.</source>
        <translation>“训练”还没有走过一步。</translation>
    </message>
    <message>
        <source>{a} · u + {b} · v: loss {loss}, {right} right; {away} from the net as it is</source>
        <translation>{a} · u + {b} · v：损失 {loss}，答对 {right}；离现在的网络 {away}</translation>
    </message>
    <message>
        <source>{a} · u + {b} · v: loss {loss}; {away} from the net as it is</source>
        <translation>{a} · u + {b} · v：损失 {loss}；离现在的网络 {away}</translation>
    </message>
    <message>
        <source>The place that is picked: {place}.</source>
        <translation>选中的位置：{place}。</translation>
    </message>
    <message>
        <source>The losses along the path are being computed …</source>
        <translation>正在计算路径上的损失……</translation>
    </message>
    <message>
        <source>Here the slice is honest: even at step {step}, {off} off the plane, it says {slice} where the loss is {true}.</source>
        <translation>这里的切面是诚实的：即使在第 {step} 步，离平面 {off}，切面说 {slice}，实际损失是 {true}。</translation>
    </message>
    <message>
        <source>A slice can deceive: at step {step} the path lies {off} off the plane, and the slice says {slice} where the loss is {true}.</source>
        <translation>切面会骗人：第 {step} 步时路径离平面 {off}，切面说 {slice}，实际损失是 {true}。</translation>
    </message>
    <message>
        <source>The other start is being trained: step {at} of {until}.</source>
        <translation>正在训练另一个起点：第 {at} 步，共 {until} 步。</translation>
    </message>
    <message>
        <source>The line between the nets is being computed …</source>
        <translation>正在计算两个网络之间的连线……</translation>
    </message>
    <message>
        <source>Straight from one net to the other the loss rises by {wall}.</source>
        <translation>沿直线从一个网络走到另一个，损失升高 {wall}。</translation>
    </message>
    <message>
        <source>With {moved} of {units} hidden units put in another order, which changes no answer, it rises by {wall}.</source>
        <translation>把 {units} 个隐藏单元中的 {moved} 个换个次序（答案丝毫不变），只升高 {wall}。</translation>
    </message>
    <message>
        <source>At step {step} the net is lost: its sharpness is no number.</source>
        <translation>第 {step} 步时网络已经失控：尖锐度不是一个数。</translation>
    </message>
    <message>
        <source>The sharpness is being sought, by products with the Hessian …</source>
        <translation>正在用海森矩阵与向量的乘积求尖锐度……</translation>
    </message>
    <message>
        <source>At step {step} the sharpness is {sharp}. The method scales each number by itself: its edge is not told by the sharpness alone.</source>
        <translation>第 {step} 步的尖锐度是 {sharp}。这种方法给每个参数各定步幅：单凭尖锐度说不出它的稳定边界。</translation>
    </message>
    <message>
        <source>At step {step} the sharpness {sharp} stands at the edge of stability 2(1 + β)/rate = {edge}: here the rate just holds.</source>
        <translation>第 {step} 步的尖锐度 {sharp} 正在稳定边界 2(1 + β)/学习率 = {edge} 上：学习率在这里刚好撑得住。</translation>
    </message>
    <message>
        <source>At step {step} the sharpness {sharp} stands above the edge of stability 2(1 + β)/rate = {edge}: the rate is too high for this place, steps swing wider.</source>
        <translation>第 {step} 步的尖锐度 {sharp} 高于稳定边界 2(1 + β)/学习率 = {edge}：学习率对这里太高，步子越摆越大。</translation>
    </message>
    <message>
        <source>At step {step} the sharpness {sharp} stands below the edge of stability 2(1 + β)/rate = {edge}: the rate is low enough, steps stay calm.</source>
        <translation>第 {step} 步的尖锐度 {sharp} 低于稳定边界 2(1 + β)/学习率 = {edge}：学习率够低，步子平稳。</translation>
    </message>
    <message>
        <source>The loss of a net is a landscape over all its weights, hundreds or millions of directions. Two of them can be seen at a time: the picture is a slice. The line on it is the way the net has come; mostly it runs beside the slice, not in it.</source>
        <translation>网络的损失是铺在全部权重上的一片地形，有几百乃至几百万个方向。一次只能看见其中两个：图是一张切面。上面的线是网络走过的路；它大多在切面旁边，而不在切面里。</translation>
    </message>
    <message>
        <source>The same net in two random directions: a bowl</source>
        <translation>同一个网络，两个随机方向：一只碗</translation>
    </message>
    <message>
        <source>A wall between two nets, and a way around it</source>
        <translation>两个网络之间有堵墙，也有绕过去的路</translation>
    </message>
    <message>
        <source>Watch the landscape bend until the rate just holds</source>
        <translation>看地形越弯越尖，直到学习率刚好撑得住</translation>
    </message>
    <message>
        <source>Compare the loss along the path with that of the slice below it: where the path is far off the plane, the hill that it seems to cross was never there. Click on a place: “Take this net” gives the net that lies there to all rooms. With Training beside it (F8) the picture follows.</source>
        <translation>把路径上的损失同它下方切面上的损失比一比：路径离平面远的地方，它看似翻过的山其实从未有过。点一个位置，“拿走这个网络”就把那里的网络交给所有房间。旁边开着“训练”（F8）时，图会跟着走。</translation>
    </message>
</context>
<context>
    <name>NetLandscapePanel</name>
    <message>
        <source>{task} off the path</source>
        <translation>{task} 路外</translation>
    </message>
    <message>
        <source>Taken as {name}: all rooms can work with it now.</source>
        <translation>已存为 {name}：现在所有房间都可以用它。</translation>
    </message>
    <message>
        <source>The net could not be trained here: 0 steps. Choose another one.</source>
        <translation>这个网络没能在这里训练：0 步。请另选一个。</translation>
    </message>
    <message>
        <source>Arrows, Enter</source>
        <translation>方向键、回车</translation>
    </message>
    <message>
        <source>On the map: move the cursor, pick the place</source>
        <translation>在地图上：移动光标，选定位置</translation>
    </message>
</context>
<context>
    <name>NetMap</name>
    <message>
        <source>layer {i}</source>
        <translation>第 {i} 层</translation>
    </message>
</context>
<context>
    <name>NetPage</name>
    <message>
        <source>largest</source>
        <translation>最大</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>特征图</translation>
    </message>
    <message>
        <source>How many windows of weights there are</source>
        <translation>有多少个权重窗口</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Pixels along its side</source>
        <translation>边长，以像素计</translation>
    </message>
    <message>
        <source>Stride</source>
        <translation>步幅</translation>
    </message>
    <message>
        <source>From place to place, in pixels</source>
        <translation>每次移动多少像素</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>Zeros around the picture, in pixels</source>
        <translation>图片四周补多少圈零</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Side of the squares, in pixels</source>
        <translation>方块的边长，以像素计</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>丢弃比例</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜率</translation>
    </message>
    <message>
        <source>Below zero</source>
        <translation>小于零的部分</translation>
    </message>
    <message>
        <source>Kept is</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>Weights start</source>
        <translation>权重的起点</translation>
    </message>
    <message>
        <source>Learning rate ×</source>
        <translation>学习率 ×</translation>
    </message>
    <message>
        <source>A factor on the rate, for this layer alone</source>
        <translation>只对这一层生效的学习率倍数</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>This layer does not learn: its rate is 0</source>
        <translation>这一层不学习：它的学习率为 0</translation>
    </message>
    <message>
        <source>Dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>Max pooling</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>Mean pooling</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>随机丢弃</translation>
    </message>
    <message>
        <source>Batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>Layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>Every unit adds up all values before it, each times a weight</source>
        <translation>每个神经元把前面所有的值各乘一个权重，再加起来</translation>
    </message>
    <message>
        <source>The same small window of weights at every place of a picture</source>
        <translation>同一个小小的权重窗口，用在图片的每个位置</translation>
    </message>
    <message>
        <source>Of each little square of a map one value: the largest</source>
        <translation>特征图的每个小方块只留一个值：最大的那个</translation>
    </message>
    <message>
        <source>Of each little square of a map the mean</source>
        <translation>特征图的每个小方块只留平均值</translation>
    </message>
    <message>
        <source>In training a share of the values is silenced at random</source>
        <translation>训练时随机让一部分值归零</translation>
    </message>
    <message>
        <source>Each feature brought to mean 0 and deviation 1 over the batch</source>
        <translation>让每个特征在一批样例上的均值为 0、标准差为 1</translation>
    </message>
    <message>
        <source>All values of one example brought to mean 0 and deviation 1</source>
        <translation>让一个样例的所有值的均值为 0、标准差为 1</translation>
    </message>
    <message>
        <source>All values of the maps in one row</source>
        <translation>把各特征图的值排成一行</translation>
    </message>
    <message>
        <source>It gives the answer: {n} numbers, as the task wants them.</source>
        <translation>它给出回答：任务要求的 {n} 个数。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>leaky</source>
        <translation>带泄漏</translation>
    </message>
    <message>
        <source>He</source>
        <translation>He 法</translation>
    </message>
    <message>
        <source>He, uniform</source>
        <translation>He 法，均匀</translation>
    </message>
    <message>
        <source>Glorot</source>
        <translation>Glorot 法</translation>
    </message>
    <message>
        <source>Glorot, normal</source>
        <translation>Glorot 法，正态</translation>
    </message>
    <message>
        <source>LeCun</source>
        <translation>LeCun 法</translation>
    </message>
    <message>
        <source>orthogonal</source>
        <translation>正交</translation>
    </message>
    <message>
        <source>small</source>
        <translation>过小</translation>
    </message>
    <message>
        <source>large</source>
        <translation>过大</translation>
    </message>
    <message>
        <source>zeros</source>
        <translation>全零</translation>
    </message>
    <message>
        <source>given</source>
        <translation>已有</translation>
    </message>
    <message>
        <source>Put a layer in here</source>
        <translation>在这里加一层</translation>
    </message>
    <message>
        <source>size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>function</source>
        <translation>函数</translation>
    </message>
    <message>
        <source>start</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>multiply-adds</source>
        <translation>乘加</translation>
    </message>
    <message>
        <source>Units, maps, or the share that is dropped</source>
        <translation>神经元数、特征图数，或丢弃的比例</translation>
    </message>
    <message>
        <source>How large a piece of the picture one value is made from</source>
        <translation>一个值由图片的多大一块算出</translation>
    </message>
    <message>
        <source>What bends each value; without one, layers in a row are but one</source>
        <translation>把每个值折弯；没有它，再多的层也只等于一层</translation>
    </message>
    <message>
        <source>How the weights are drawn before the first step, of n inputs and m outputs; a lock freezes them</source>
        <translation>第一步之前怎样抽取权重，n 是输入数，m 是输出数；锁会冻结它们</translation>
    </message>
    <message>
        <source>How much what comes out differs from example to example before the first step, as a deviation; each quarter of the bar is a factor of about 60</source>
        <translation>第一步之前，输出在不同样例之间相差多少（标准差）；条的每四分之一约为 60 倍</translation>
    </message>
    <message>
        <source>How large the gradient of the loss is when it arrives here before the first step; each quarter of the bar is a factor of about 60</source>
        <translation>第一步之前，损失的梯度传到这里时有多大；条的每四分之一约为 60 倍</translation>
    </message>
    <message>
        <source>Numbers that are learned</source>
        <translation>要学习的数</translation>
    </message>
    <message>
        <source>Multiplications with a weight to answer for one example</source>
        <translation>回答一个样例要做多少次与权重的乘法</translation>
    </message>
    <message>
        <source>A net is a stack: each layer multiplies what it gets with its weights and hands on what a function makes of the sums. Nobody computes how many layers a task needs, how wide and with which function: it is tried. Here the stack is put together by hand. What it will cost, and how far signals come through it before it has learned anything, is known before the first step.</source>
        <translation>网络是一层叠一层的：每一层把得到的值乘以自己的权重，加起来，经过一个函数再往下传。一个任务需要几层、多宽、用什么函数，没有人能算出来，只能试。在这里可以亲手把它搭起来。它要花多少代价，什么都还没学时信号能在其中走多远，在第一步之前就能知道。</translation>
    </message>
    <message>
        <source>Watch the signal fade in ten sigmoid layers</source>
        <translation>看信号在十层 sigmoid 中消失</translation>
    </message>
    <message>
        <source>Begin with all weights zero</source>
        <translation>让所有权重从零开始</translation>
    </message>
    <message>
        <source>Learn a trained net further, all but its last layer frozen</source>
        <translation>接着训练一个学过的网络，只有最后一层不冻结</translation>
    </message>
    <message>
        <source>Most parameters sit in the dense layer behind a picture, most multiplications in the convolutions. A gradient that arrives at the first layer ten thousand times smaller than at the last moves nothing there: for years that kept deep nets from learning. And two layers without a function between them are one layer, however many parameters they have.</source>
        <translation>大多数参数在图片之后的全连接层里，大多数乘法在卷积里。传到第一层时缩小了一万倍的梯度，在那里什么也推不动：多年来深层网络正是因此学不会。而两层之间若没有函数，不管有多少参数，都只等于一层。</translation>
    </message>
</context>
<context>
    <name>NetPageView</name>
    <message>
        <source>Click + to put a layer in, any value to change it; drag a layer to move it, Del takes it out.</source>
        <translation>点 + 加一层，点任何值修改它；拖动可移动一层，Del 去掉它。</translation>
    </message>
</context>
<context>
    <name>NetPanel</name>
    <message>
        <source>closer to the net, or farther</source>
        <translation>靠近或远离网络</translation>
    </message>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>from value to value, on the map</source>
        <translation>在图上逐个查看数值</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>move the map</source>
        <translation>移动画面</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>follow the value that is asked for</source>
        <translation>追踪正在查看的数值</translation>
    </message>
    <message>
        <source>fold its layer up, or out again</source>
        <translation>折叠它所在的层，或重新展开</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>follow no more; then the whole net</source>
        <translation>停止追踪；再按则显示整个网络</translation>
    </message>
    <message>
        <source>go from layer to layer; with Ctrl, move it</source>
        <translation>逐层移动；按住 Ctrl 则移动这一层</translation>
    </message>
    <message>
        <source>wider, narrower; Enter: type a number</source>
        <translation>加宽、变窄；Enter：输入数字</translation>
    </message>
    <message>
        <source>add a layer before this one, its function, its start, freeze it</source>
        <translation>在这一层之前加一层、选函数、选起点、冻结</translation>
    </message>
    <message>
        <source>take the layer out</source>
        <translation>去掉这一层</translation>
    </message>
</context>
<context>
    <name>NetPicture</name>
    <message>
        <source>weights, thickest {most}</source>
        <translation>权重，最粗为 {most}</translation>
    </message>
    <message>
        <source>w·a on its way, thickest {most}</source>
        <translation>传递中的 w·a，最粗为 {most}</translation>
    </message>
    <message>
        <source>gradients of weights, thickest {most}</source>
        <translation>权重的梯度，最粗为 {most}</translation>
    </message>
    <message>
        <source>changes of weights, thickest {most}</source>
        <translation>权重的改变，最粗为 {most}</translation>
    </message>
    <message>
        <source>Wires: {parts}.</source>
        <translation>连线：{parts}。</translation>
    </message>
    <message>
        <source>Orange is positive, blue negative.</source>
        <translation>橙色为正，蓝色为负。</translation>
    </message>
    <message>
        <source>Rings: the error δ.</source>
        <translation>圆环：误差 δ。</translation>
    </message>
</context>
<context>
    <name>NetSeen</name>
    <message>
        <source>{sizes}: {n} parameters, {work} multiply-adds in a step of {batch} examples.</source>
        <translation>{sizes}：{n} 个参数，一步（{batch} 个样例）做 {work} 次乘加。</translation>
    </message>
    <message>
        <source>An epoch takes about {time} here.</source>
        <translation>在这台机器上，一轮约需 {time}。</translation>
    </message>
    <message>
        <source>Every layer is frozen: nothing will be learned.</source>
        <translation>每一层都冻结了：什么也学不到。</translation>
    </message>
    <message>
        <source>{k} of {n} layers are frozen: they keep what they know.</source>
        <translation>{n} 层中有 {k} 层冻结：它们保持已学会的东西。</translation>
    </message>
    <message>
        <source>Nothing bends the values: its {n} layers are no more than a single one.</source>
        <translation>没有任何东西把值折弯：这 {n} 层只等于一层。</translation>
    </message>
    <message>
        <source>All {n} answers have to go through a single number.</source>
        <translation>全部 {n} 个回答都得从一个数里挤过去。</translation>
    </message>
    <message>
        <source>In training only {share} % of the signals get past its dropout.</source>
        <translation>训练时只有 {share}% 的信号能穿过随机丢弃。</translation>
    </message>
    <message>
        <source>Every example gives the same answer: no signal comes through.</source>
        <translation>每个样例得到的回答都一样：没有信号能通过。</translation>
    </message>
    <message>
        <source>Its values are no numbers any more.</source>
        <translation>它的值已经不是数了。</translation>
    </message>
    <message>
        <source>No gradient reaches the first layer (0).</source>
        <translation>没有梯度传到第一层（0）。</translation>
    </message>
    <message>
        <source>The gradient is {times} times smaller at the first layer than at the last.</source>
        <translation>第一层的梯度只有最后一层的 {times} 分之一。</translation>
    </message>
    <message>
        <source>The gradient is {times} times larger at the first layer than at the last.</source>
        <translation>第一层的梯度是最后一层的 {times} 倍。</translation>
    </message>
</context>
<context>
    <name>NetShowcase</name>
    <message>
        <source>A 5, all of it</source>
        <translation>一个 5，完整过程</translation>
    </message>
    <message>
        <source>Back from the answer</source>
        <translation>从回答往回走</translation>
    </message>
    <message>
        <source>Watch it flow</source>
        <translation>看信号流动</translation>
    </message>
    <message>
        <source>Three units</source>
        <translation>三个神经元</translation>
    </message>
    <message>
        <source>A point of the plane</source>
        <translation>平面上的一点</translation>
    </message>
    <message>
        <source>One value of a map</source>
        <translation>特征图里的一个值</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡的神经元</translation>
    </message>
    <message>
        <source>Saturated units</source>
        <translation>饱和的神经元</translation>
    </message>
    <message>
        <source>A thousand layers</source>
        <translation>一千层</translation>
    </message>
    <message>
        <source>Every layer of the CNN while it reads; draw on the pad</source>
        <translation>CNN 认字时的每一层；在画板上画画看</translation>
    </message>
    <message>
        <source>A dozen units a layer stand for most of it; draw, and the path changes</source>
        <translation>每层只有十来个神经元起主要作用；动笔一画，路径就变</translation>
    </message>
    <message>
        <source>Layer by layer: first the largest products, then the units that they make</source>
        <translation>一层接一层：先是最大的乘积，然后是它们加出来的神经元</translation>
    </message>
    <message>
        <source>The whole net is 13 numbers: each product stands on its link</source>
        <translation>整个网络只有 13 个数：每个乘积都写在它的连线上</translation>
    </message>
    <message>
        <source>Drag the point, and see which units change sides</source>
        <translation>拖动这个点，看哪些神经元改变符号</translation>
    </message>
    <message>
        <source>One value of a convolution: the 25 pixels it looks at, and where it goes on to</source>
        <translation>卷积中的一个值：它看的是哪 25 个像素，又传到哪里去</translation>
    </message>
    <message>
        <source>A failure: most of its units are 0 whatever you draw, and learn no more</source>
        <translation>失败的例子：不管画什么，大多数神经元都是 0，也不会再学习</translation>
    </message>
    <message>
        <source>A failure: its units stand at 0 or 1, where a weight no longer makes a difference</source>
        <translation>失败的例子：神经元都停在 0 或 1，权重再变也没有差别</translation>
    </message>
    <message>
        <source>A failure: what goes in has faded before a tenth of the way. Zoom in at the left</source>
        <translation>失败的例子：输入走不到十分之一就消失了。请放大最左边</translation>
    </message>
    <message>
        <source>8 and 8 units</source>
        <translation>8 个加 8 个神经元</translation>
    </message>
    <message>
        <source>Every wire can be seen. How few units will still do?</source>
        <translation>每条连线都看得见。最少几个神经元还够用？</translation>
    </message>
    <message>
        <source>784–128–64–10</source>
        <translation>784–128–64–10</translation>
    </message>
    <message>
        <source>Where do the 109,386 parameters sit? Nine in ten in the first layer</source>
        <translation>109,386 个参数都在哪里？九成在第一层</translation>
    </message>
    <message>
        <source>A small CNN</source>
        <translation>小型卷积网络</translation>
    </message>
    <message>
        <source>A fifth of the parameters, three times the work: what does that buy?</source>
        <translation>参数只有五分之一，计算量是三倍：换来了什么？</translation>
    </message>
    <message>
        <source>Twelve layers that hold</source>
        <translation>站得住的十二层</translation>
    </message>
    <message>
        <source>He’s start and ReLU: the signal comes through, and the gradient back</source>
        <translation>He 法起点加 ReLU：信号传得过去，梯度也回得来</translation>
    </message>
    <message>
        <source>Ten layers of sigmoids</source>
        <translation>十层 sigmoid</translation>
    </message>
    <message>
        <source>How much of the gradient arrives at the first layer? Guess, then look</source>
        <translation>有多少梯度能传到第一层？先猜，再看</translation>
    </message>
    <message>
        <source>All weights zero</source>
        <translation>权重全为零</translation>
    </message>
    <message>
        <source>No wire to be seen, no signal. Can it ever learn to tell units apart?</source>
        <translation>看不到连线，也没有信号。神经元之间还能学得不一样吗？</translation>
    </message>
    <message>
        <source>A bottleneck of one unit</source>
        <translation>只有一个神经元的瓶颈</translation>
    </message>
    <message>
        <source>Ten digits through a single number: which of them will it confuse?</source>
        <translation>十个数字要挤过一个数：它会混淆哪些？</translation>
    </message>
    <message>
        <source>No function at all</source>
        <translation>一个函数也没有</translation>
    </message>
    <message>
        <source>Four layers, thousands of parameters: which lines can it draw?</source>
        <translation>四层，几千个参数：它能画出怎样的线？</translation>
    </message>
    <message>
        <source>Dropout of 95 %</source>
        <translation>丢弃 95%</translation>
    </message>
    <message>
        <source>One value in twenty comes through: what is left to learn from?</source>
        <translation>二十个值只通过一个：还剩什么可学？</translation>
    </message>
</context>
<context>
    <name>NetSourceForm</name>
    <message>
        <source>The net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The one in Training</source>
        <translation>“训练”里的那个</translation>
    </message>
    <message>
        <source>Two spirals, small</source>
        <translation>双螺旋，小网络</translation>
    </message>
    <message>
        <source>Digits, 32 units</source>
        <translation>数字，32 个单元</translation>
    </message>
    <message>
        <source>Digits, 128 units</source>
        <translation>数字，128 个单元</translation>
    </message>
    <message>
        <source>Whole batches, rate 0.2</source>
        <translation>整批，学习率 0.2</translation>
    </message>
    <message>
        <source>Whole batches, rate 0.5</source>
        <translation>整批，学习率 0.5</translation>
    </message>
    <message>
        <source>Batches of 1</source>
        <translation>每批 1 个</translation>
    </message>
    <message>
        <source>Batches of 64</source>
        <translation>每批 64 个</translation>
    </message>
</context>
<context>
    <name>NetTitles</name>
    <message>
        <source>Linear</source>
        <translation>线性模型</translation>
    </message>
    <message>
        <source>2-3-1, a circle</source>
        <translation>2-3-1，圆</translation>
    </message>
    <message>
        <source>2-4-2, exclusive or</source>
        <translation>2-4-2，异或</translation>
    </message>
    <message>
        <source>2-8-8-3, three regions</source>
        <translation>2-8-8-3，三个区域</translation>
    </message>
    <message>
        <source>2-16-16-2, two spirals</source>
        <translation>2-16-16-2，双螺旋</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
</context>
<context>
    <name>NetTold</name>
    <message>
        <source>{name}: {size} numbers</source>
        <translation>{name}：{size} 个数</translation>
    </message>
    <message>
        <source>{a} inputs × {b} units + {b} biases = {n} parameters</source>
        <translation>{a} 个输入 × {b} 个神经元 + {b} 个偏置 = {n} 个参数</translation>
    </message>
    <message>
        <source>{c} maps × {k}×{k} × {b} channels + {b} biases = {n} parameters</source>
        <translation>{c} 张图 × {k}×{k} × {b} 个通道 + {b} 个偏置 = {n} 个参数</translation>
    </message>
    <message>
        <source>{k} factors + {k} shifts = {n} parameters</source>
        <translation>{k} 个系数 + {k} 个平移 = {n} 个参数</translation>
    </message>
    <message>
        <source>Nothing to learn here</source>
        <translation>这里没有要学的东西</translation>
    </message>
    <message>
        <source>{a} × {b} = {n} multiply-adds for one example</source>
        <translation>{a} × {b} = 每个样例 {n} 次乘加</translation>
    </message>
    <message>
        <source>{c} × {k}×{k} × {b} × {h}×{w} places = {n} multiply-adds for one example</source>
        <translation>{c} × {k}×{k} × {b} × {h}×{w} 个位置 = 每个样例 {n} 次乘加</translation>
    </message>
    <message>
        <source>{n} multiply-adds for one example</source>
        <translation>每个样例 {n} 次乘加</translation>
    </message>
    <message>
        <source>Function: {name}, {formula}</source>
        <translation>函数：{name}，{formula}</translation>
    </message>
    <message>
        <source>Start: given weights, deviation {drawn}</source>
        <translation>起点：已有的权重，标准差 {drawn}</translation>
    </message>
    <message>
        <source>Start: {name}, {formula}; n = {a}, m = {b}: σ = {wanted}; drawn: {drawn}</source>
        <translation>起点：{name}，{formula}；n = {a}，m = {b}：σ = {wanted}；实际抽得 {drawn}</translation>
    </message>
    <message>
        <source>Frozen: learning rate × 0</source>
        <translation>冻结：学习率 × 0</translation>
    </message>
    <message>
        <source>Learning rate × {factor}</source>
        <translation>学习率 × {factor}</translation>
    </message>
    <message>
        <source>Signal before the first step: what comes out has a deviation of {v} over {n} examples</source>
        <translation>第一步之前的信号：输出在 {n} 个样例上的标准差为 {v}</translation>
    </message>
    <message>
        <source>Gradient that arrives before the first step: {v}, {share} times that at the answer</source>
        <translation>第一步之前传到这里的梯度：{v}，是回答处的 {share} 倍</translation>
    </message>
</context>
<context>
    <name>NetView</name>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>No net.</source>
        <translation>没有网络。</translation>
    </message>
    <message>
        <source>{n} layers, {parameters} parameters. Arrow keys ask for values.</source>
        <translation>{n} 层，{parameters} 个参数。用方向键查看数值。</translation>
    </message>
    <message>
        <source>input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>{w} × {h} pixels</source>
        <translation>{w} × {h} 像素</translation>
    </message>
    <message>
        <source>first {shown} of {n} units</source>
        <translation>{n} 个神经元中的前 {shown} 个</translation>
    </message>
    <message>
        <source>{n} units</source>
        <translation>{n} 个神经元</translation>
    </message>
    <message>
        <source>first {shown} of {n} maps</source>
        <translation>{n} 张特征图中的前 {shown} 张</translation>
    </message>
    <message>
        <source>{n} maps of {w} × {h}</source>
        <translation>{n} 张 {w} × {h} 特征图</translation>
    </message>
    <message>
        <source>pooled to {w} × {h}</source>
        <translation>池化到 {w} × {h}</translation>
    </message>
    <message>
        <source>conv</source>
        <comment>short for convolution</comment>
        <translation>卷积</translation>
    </message>
    <message>
        <source>{n} maps</source>
        <translation>{n} 张图</translation>
    </message>
    <message>
        <source>answer “{label}”</source>
        <translation>回答“{label}”</translation>
    </message>
    <message>
        <source>input {i} of {n}</source>
        <translation>第 {i} 个输入（共 {n} 个）</translation>
    </message>
    <message>
        <source>unit {i} of {n}</source>
        <translation>第 {i} 个神经元（共 {n} 个）</translation>
    </message>
    <message>
        <source>pixel in row {row}, column {column}</source>
        <translation>第 {row} 行第 {column} 列的像素</translation>
    </message>
    <message>
        <source>map {i} of {n}, row {row}, column {column}</source>
        <translation>第 {i} 张特征图（共 {n} 张），第 {row} 行第 {column} 列</translation>
    </message>
    <message>
        <source>{value} from {n} smaller terms</source>
        <translation>{value}：其余 {n} 个较小的项</translation>
    </message>
    <message>
        <source>{value} bias</source>
        <translation>{value}：偏置</translation>
    </message>
    <message>
        <source>after pooling: {value}</source>
        <translation>池化之后：{value}</translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from unit {i}</source>
        <translation>{value} = {w} × {a}（第 {i} 个神经元）</translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from row {row}, column {column}</source>
        <translation>{value} = {w} × {a}（第 {row} 行第 {column} 列）</translation>
    </message>
    <message>
        <source>{value} = {w} × {a} from map {i}, row {row}, column {column}</source>
        <translation>{value} = {w} × {a}（第 {i} 张图，第 {row} 行第 {column} 列）</translation>
    </message>
</context>
<context>
    <name>NetWhy</name>
    <message>
        <source>The last layer gives the {n} answers of the task: it stays.</source>
        <translation>最后一层给出任务的 {n} 个回答：它得留下。</translation>
    </message>
    <message>
        <source>The task wants {n} answers, so the last layer gives {n}.</source>
        <translation>任务要 {n} 个回答，所以最后一层给出 {n} 个。</translation>
    </message>
    <message>
        <source>At the end there must be a layer that gives {n} answers.</source>
        <translation>末尾必须是给出 {n} 个回答的一层。</translation>
    </message>
    <message>
        <source>The loss makes probabilities itself: no softmax at the end.</source>
        <translation>损失自己会算出概率：末尾不要 softmax。</translation>
    </message>
    <message>
        <source>What follows wants numbers in a row: Flatten has to stay.</source>
        <translation>后面的层要排成一行的数：展平得留下。</translation>
    </message>
    <message>
        <source>There the numbers are in a row already.</source>
        <translation>那里的数已经排成一行了。</translation>
    </message>
    <message>
        <source>That layer wants pictures; at that place there are only numbers in a row.</source>
        <translation>那种层要的是图片；那个位置只有排成一行的数。</translation>
    </message>
    <message>
        <source>A window of {size}×{size} does not fit into maps of {high}×{wide}.</source>
        <translation>{size}×{size} 的窗口放不进 {high}×{wide} 的特征图。</translation>
    </message>
    <message>
        <source>It cannot go further: there the net ends.</source>
        <translation>不能再移了：网络到此为止。</translation>
    </message>
    <message>
        <source>Without a layer with weights there is nothing to learn.</source>
        <translation>没有带权重的层，就没有可学的。</translation>
    </message>
    <message>
        <source>That number has to lie between {low} and {high}.</source>
        <translation>这个数须在 {low} 与 {high} 之间。</translation>
    </message>
    <message>
        <source>That is not a number.</source>
        <translation>这不是一个数。</translation>
    </message>
    <message>
        <source>More than {n} layers are not possible here.</source>
        <translation>这里不能超过 {n} 层。</translation>
    </message>
    <message>
        <source>That would be more than {n} parameters: too much here.</source>
        <translation>那会超过 {n} 个参数：在这里太多了。</translation>
    </message>
    <message>
        <source>That would be more than {n} multiply-adds for each example: a step would take seconds.</source>
        <translation>那样每个样例要超过 {n} 次乘加：走一步就要几秒。</translation>
    </message>
    <message>
        <source>A step of that net would need more than {n} of memory.</source>
        <translation>那样的网络走一步需要超过 {n} 的内存。</translation>
    </message>
    <message>
        <source>A function stands behind dense, convolution and norm layers.</source>
        <translation>函数接在全连接、卷积和归一化层之后。</translation>
    </message>
    <message>
        <source>That layer has no weights.</source>
        <translation>那一层没有权重。</translation>
    </message>
    <message>
        <source>Only a pooling layer can be of the other kind.</source>
        <translation>只有池化层可以换成另一种。</translation>
    </message>
    <message>
        <source>That net takes {n} numbers, an example of this task has {wanted}: it cannot be used.</source>
        <translation>那个网络接受 {n} 个数，而这个任务的样例有 {wanted} 个：用不了。</translation>
    </message>
    <message>
        <source>There is no task yet that the net could be made for.</source>
        <translation>还没有可以为它搭网络的任务。</translation>
    </message>
    <message>
        <source>There is no trained net yet that takes the examples of this task.</source>
        <translation>还没有能接受这个任务样例的学过的网络。</translation>
    </message>
    <message>
        <source>A Flatten was put in: the layer behind it wants a row.</source>
        <translation>加了一个展平：后面的层要排成一行的数。</translation>
    </message>
    <message>
        <source>A Flatten was taken out: it had nothing left to do.</source>
        <translation>去掉了一个展平：它已无事可做。</translation>
    </message>
    <message>
        <source>The input is taken as a picture now, no longer as a row.</source>
        <translation>输入现在当作图片，不再排成一行。</translation>
    </message>
    <message>
        <source>Its answers were others: the last layer gives {n} now, and begins afresh.</source>
        <translation>它的回答原是别的：最后一层现在给出 {n} 个，并从头学起。</translation>
    </message>
    <message>
        <source>Its softmax was left out: the loss does that itself.</source>
        <translation>去掉了它的 softmax：损失自己会做这件事。</translation>
    </message>
</context>
<context>
    <name>NeuronConfig</name>
    <message>
        <source>Terms shown</source>
        <translation>显示的项数</translation>
    </message>
    <message>
        <source>How many of the largest terms have an arrow of their own; the rest share one</source>
        <translation>最大的多少项各有一支箭头；其余的合用一支</translation>
    </message>
</context>
<context>
    <name>NeuronControls</name>
    <message>
        <source>Bias b</source>
        <translation>偏置 b</translation>
    </message>
    <message>
        <source>What this neuron adds whatever its inputs are</source>
        <translation>无论输入是什么，这个神经元都要加上的数</translation>
    </message>
    <message>
        <source>Make every f linear</source>
        <translation>让所有 f 都变成线性</translation>
    </message>
    <message>
        <source>Puts a straight line in place of every activation function</source>
        <translation>把每个激活函数都换成一条直线</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>恢复原样</translation>
    </message>
    <message>
        <source>Takes all changes of this net back</source>
        <translation>撤回对这个网络的所有修改</translation>
    </message>
    <message>
        <source>Keep as a net</source>
        <translation>存为新网络</translation>
    </message>
    <message>
        <source>Puts the changed net beside the others, in all rooms; this one stays</source>
        <translation>把修改后的网络与其他网络放在一起，所有房间都能用；原来的保持不变</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weight of {name}</source>
        <translation>{name} 的权重</translation>
    </message>
    <message>
        <source>The weight of the arrow that was clicked last</source>
        <translation>最后点过的那支箭头的权重</translation>
    </message>
</context>
<context>
    <name>NeuronLine</name>
    <message>
        <source>As it is</source>
        <translation>原来的网络</translation>
    </message>
    <message>
        <source>Every f a straight line</source>
        <translation>所有 f 都是直线</translation>
    </message>
    <message>
        <source>One layer: x · W + b</source>
        <translation>只有一层：x · W + b</translation>
    </message>
    <message>
        <source>the same {n} parameters</source>
        <translation>同样的 {n} 个参数</translation>
    </message>
    <message>
        <source>the same {n} parameters; means instead of maxima, which bend too</source>
        <translation>同样的 {n} 个参数；取最大值也会弯，所以改取平均值</translation>
    </message>
    <message>
        <source>there is none</source>
        <translation>不存在</translation>
    </message>
    <message>
        <source>being multiplied out</source>
        <translation>正在相乘</translation>
    </message>
    <message>
        <source>{n} parameters: {product}</source>
        <translation>{n} 个参数：{product}</translation>
    </message>
    <message>
        <source>no function bends anything</source>
        <translation>没有函数让它弯曲</translation>
    </message>
    <message>
        <source>bent by {functions}</source>
        <translation>由 {functions} 弯曲</translation>
    </message>
    <message>
        <source>right so far, {n} of {of} tried</source>
        <translation>目前的正确率，已试 {n}／{of}</translation>
    </message>
    <message>
        <source>of {n} test images right</source>
        <translation>{n} 张测试图像中答对的比例</translation>
    </message>
    <message>
        <source>of {n} points right</source>
        <translation>{n} 个点中答对的比例</translation>
    </message>
    <message>
        <source>Layer norm divides each example by its own spread: that bends too, so without other bends the net is still not one layer.</source>
        <translation>层归一化用每个样例自己的离散程度去除它：这也是弯曲，所以去掉其他弯曲之后，网络仍然不是一层。</translation>
    </message>
    <message>
        <source>The matrices are being multiplied…</source>
        <translation>正在把矩阵相乘……</translation>
    </message>
    <message>
        <source>Largest difference of a score here: {gap}.</source>
        <translation>对这个输入，得分最大相差 {gap}。</translation>
    </message>
    <message>
        <source>Over {n} inputs: {gap}, of scores up to {size}; the same answer {same} times.</source>
        <translation>在 {n} 个输入上：{gap}，而得分可达 {size}；有 {same} 次回答相同。</translation>
    </message>
    <message>
        <source>Some scores are no numbers.</source>
        <translation>有些得分不是数。</translation>
    </message>
    <message>
        <source>That is the rounding of 32-bit numbers.</source>
        <translation>这只是 32 位数的舍入误差。</translation>
    </message>
    <message>
        <source>All of it in {k} pictures: each score is the drawing laid over one of them</source>
        <translation>全部就在这 {k} 幅图里：每个得分都是把手写图叠在其中一幅上得出的</translation>
    </message>
    <message>
        <source>All of it, written out</source>
        <translation>全部写出来就是这样</translation>
    </message>
</context>
<context>
    <name>NeuronNames</name>
    <message>
        <source>linear</source>
        <translation>线性</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>带泄漏的 ReLU</translation>
    </message>
    <message>
        <source>leaky</source>
        <translation>泄漏</translation>
    </message>
    <message>
        <source>1 above 0, else {low}</source>
        <translation>大于 0 时为 1，否则为 {low}</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>max pool</source>
        <translation>最大池化</translation>
    </message>
    <message>
        <source>mean pool</source>
        <translation>平均池化</translation>
    </message>
    <message>
        <source>flatten</source>
        <translation>展平</translation>
    </message>
    <message>
        <source>gate</source>
        <translation>门</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>批归一化</translation>
    </message>
    <message>
        <source>layer norm</source>
        <translation>层归一化</translation>
    </message>
    <message>
        <source>conv</source>
        <comment>short for convolution</comment>
        <translation>卷积</translation>
    </message>
    <message>
        <source>unit {n}</source>
        <translation>神经元 {n}</translation>
    </message>
    <message>
        <source>padding</source>
        <translation>填充</translation>
    </message>
    <message>
        <source>input {n}</source>
        <translation>输入 {n}</translation>
    </message>
    <message>
        <source>and {n} others</source>
        <translation>以及其余 {n} 项</translation>
    </message>
    <message>
        <source>pixel {row}, {column}</source>
        <translation>像素 {row}, {column}</translation>
    </message>
    <message>
        <source>map {map}: {row}, {column}</source>
        <translation>特征图 {map}：{row}, {column}</translation>
    </message>
    <message>
        <source>the score of {label} ({unit} of {n} in layer {layer}, {kind})</source>
        <translation>{label} 的得分（第 {layer} 层{kind}，{unit}／{n}）</translation>
    </message>
    <message>
        <source>{unit} of layer {layer} ({kind})</source>
        <translation>第 {layer} 层（{kind}）的{unit}</translation>
    </message>
    <message>
        <source>{unit} of {n} in layer {layer} ({kind})</source>
        <translation>第 {layer} 层（{kind}）的{unit}／{n}</translation>
    </message>
</context>
<context>
    <name>NeuronPanel</name>
    <message>
        <source>another term of the sum, or another unit</source>
        <translation>换一项，或换一个神经元</translation>
    </message>
    <message>
        <source>less or more of its weight; the point on the curve</source>
        <translation>减小或增大它的权重；移动曲线上的点</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>the weight of the chosen term becomes 0</source>
        <translation>把选中那一项的权重变成 0</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>回车</translation>
    </message>
    <message>
        <source>take the function that is turned to</source>
        <translation>采用当前选中的函数</translation>
    </message>
    <message>
        <source>Kept as {name}; it is the net on the table now.</source>
        <translation>已存为 {name}；现在摆在桌上的就是它。</translation>
    </message>
</context>
<context>
    <name>NeuronShowcase</name>
    <message>
        <source>The score of a 3</source>
        <translation>“3”的得分</translation>
    </message>
    <message>
        <source>One weight of 109,386</source>
        <translation>109,386 个权重中的一个</translation>
    </message>
    <message>
        <source>Three terms and a bias</source>
        <translation>三项加一个偏置</translation>
    </message>
    <message>
        <source>A window of 25 pixels</source>
        <translation>25 个像素的窗口</translation>
    </message>
    <message>
        <source>A dead unit</source>
        <translation>死掉的神经元</translation>
    </message>
    <message>
        <source>A saturated unit</source>
        <translation>饱和的神经元</translation>
    </message>
    <message>
        <source>Spirals, without bends</source>
        <translation>没有弯曲的螺旋</translation>
    </message>
    <message>
        <source>Digits, without bends</source>
        <translation>没有弯曲的数字识别</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>所有函数</translation>
    </message>
    <message>
        <source>64 units vote for it or against it; play, and see which of them decide</source>
        <translation>64 个神经元投赞成票或反对票；播放一遍，看看是哪些起了决定作用</translation>
    </message>
    <message>
        <source>It was −0.40; set to 1, this 5 is read as a 3. Drag the arrow back</source>
        <translation>它原来是 −0.40；改成 1，这个 5 就被读成了 3。把箭头拖回去试试</translation>
    </message>
    <message>
        <source>The smallest net that finds a circle: drag the bias, and the point goes over</source>
        <translation>能认出圆的最小网络：拖动偏置，这个点就会跑到另一边</translation>
    </message>
    <message>
        <source>The same 25 weights at every place of the picture; choose another place</source>
        <translation>图像的每一处用的都是同样的 25 个权重；换一处看看</translation>
    </message>
    <message>
        <source>Its sum is below 0 for every test image: ReLU gives 0, the slope is 0, it never learns</source>
        <translation>对每张测试图像，它的和都小于 0：ReLU 给出 0，斜率是 0，它永远学不到东西</translation>
    </message>
    <message>
        <source>Its sum is so large that the sigmoid is flat there: hardly anything comes through</source>
        <translation>它的和太大，sigmoid 在那里已经平了：几乎什么都传不过去</translation>
    </message>
    <message>
        <source>Two layers of 16 with nothing to bend them draw one straight line, and guess</source>
        <translation>两层各 16 个神经元，没有弯曲就只能画出一条直线，等于瞎猜</translation>
    </message>
    <message>
        <source>109,386 parameters collapse into ten pictures, and most digits are misread</source>
        <translation>109,386 个参数坍缩成十幅图，大多数数字都会读错</translation>
    </message>
    <message>
        <source>Move the mouse: the same z in all seven, with each derivative. A click takes one</source>
        <translation>移动鼠标：七个函数都取同一个 z，并给出各自的导数。点一下就采用</translation>
    </message>
</context>
<context>
    <name>NeuronTold</name>
    <message>
        <source>z, the whole sum</source>
        <translation>z，全部之和</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>目前之和</translation>
    </message>
    <message>
        <source>{n} smaller terms add {sum} together.</source>
        <translation>{n} 个较小的项一共加上 {sum}。</translation>
    </message>
    <message>
        <source>b = {b} is added whatever the inputs are.</source>
        <translation>无论输入是什么，都要加上 b = {b}。</translation>
    </message>
    <message>
        <source>The window reaches over the edge here: 0 × {w} adds nothing.</source>
        <translation>窗口在这里超出了边缘：0 × {w} 什么也不加。</translation>
    </message>
    <message>
        <source>{name}: 0 × {w} = 0. Its weight has no say for this input.</source>
        <translation>{name}：0 × {w} = 0。对这个输入，它的权重不起作用。</translation>
    </message>
    <message>
        <source>{name}: x · w = {x} × {w} = {sum}, inhibitory: it holds the neuron back.</source>
        <translation>{name}：x · w = {x} × {w} = {sum}，抑制性：它压住这个神经元。</translation>
    </message>
    <message>
        <source>{name}: x · w = {x} × {w} = {sum}, excitatory: it drives the neuron.</source>
        <translation>{name}：x · w = {x} × {w} = {sum}，兴奋性：它推动这个神经元。</translation>
    </message>
    <message>
        <source> Before the change it added {sum}.</source>
        <translation>修改前它加上的是 {sum}。</translation>
    </message>
    <message>
        <source>There is no slope where z is no number.</source>
        <translation>z 不是数的地方没有斜率。</translation>
    </message>
    <message>
        <source>f′(z) = 0: a small change of z changes nothing, and nothing is learned through it.</source>
        <translation>f′(z) = 0：z 的微小变化什么也改变不了，也无法通过它学到东西。</translation>
    </message>
    <message>
        <source>f′(z) = {slope}: nearly flat; a change of z is all but lost.</source>
        <translation>f′(z) = {slope}：几乎是平的；z 的变化差不多全丢失了。</translation>
    </message>
    <message>
        <source>f′(z) = {slope}: a small change of z changes y by {slope} times as much.</source>
        <translation>f′(z) = {slope}：z 的微小变化会使 y 改变它的 {slope} 倍。</translation>
    </message>
    <message>
        <source> The other scores are held.</source>
        <translation>其他得分保持不变。</translation>
    </message>
    <message>
        <source>Max pooling has no weights: of the {count} values of its block it passes on the largest, {x} ({where}); the others have no say.</source>
        <translation>最大池化没有权重：它把所在小块的 {count} 个值中最大的 {x}（{where}）传下去；其余的不起作用。</translation>
    </message>
    <message>
        <source>Mean pooling has no weights of its own: the {count} values of its block count equally, and their mean is {y}.</source>
        <translation>平均池化没有自己的权重：所在小块的 {count} 个值同样重要，它们的平均值是 {y}。</translation>
    </message>
    <message>
        <source>Flatten computes nothing: it lays all values in one row, and this one, {y}, comes from {where}.</source>
        <translation>展平不做计算：它把所有值排成一行，这里的 {y} 来自{where}。</translation>
    </message>
    <message>
        <source>Dropout silences each value with probability {rate} while the net learns; now that it only answers, {x} passes as it is.</source>
        <translation>网络学习时，dropout 以 {rate} 的概率让每个值静默；现在网络只是作答，{x} 原样通过。</translation>
    </message>
    <message>
        <source>Batch norm takes away the mean {mean} of what it saw in training, divides by its standard deviation √{variance}, and scales: ({x} − {mean}) / √{variance} × {gain} + {shift} = {y}.</source>
        <translation>批归一化减去训练时见过的平均值 {mean}，除以标准差 √{variance}，再缩放：({x} − {mean}) / √{variance} × {gain} + {shift} = {y}。</translation>
    </message>
    <message>
        <source>Layer norm compares this value with all {n} of the layer: mean {mean}, variance {variance}; ({x} − {mean}) / √{variance} × {gain} + {shift} = {y}.</source>
        <translation>层归一化把这个值与同层的 {n} 个值作比较：平均值 {mean}，方差 {variance}；({x} − {mean}) / √{variance} × {gain} + {shift} = {y}。</translation>
    </message>
    <message>
        <source>A gate: {x} × {factor} + {held} = {y}. It silences units, boosts or holds them.</source>
        <translation>门：{x} × {factor} + {held} = {y}。它让神经元静默、增强或固定。</translation>
    </message>
    <message>
        <source>This layer sums nothing: it takes one number, {x}, and bends it to {y}.</source>
        <translation>这一层不求和：它取一个数 {x}，把它弯成 {y}。</translation>
    </message>
</context>
<context>
    <name>NeuronView</name>
    <message>
        <source>One neuron</source>
        <translation>一个神经元</translation>
    </message>
    <message>
        <source>All functions</source>
        <translation>所有函数</translation>
    </message>
    <message>
        <source>Without bends</source>
        <translation>去掉弯曲</translation>
    </message>
</context>
<context>
    <name>NeuronWords</name>
    <message>
        <source>Neuron</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>Draw a digit, and there is something to sum</source>
        <translation>写一个数字，就有东西可加了</translation>
    </message>
    <message>
        <source>Nothing lies before the net</source>
        <translation>网络面前什么也没有</translation>
    </message>
    <message>
        <source>Nothing is summed yet.</source>
        <translation>还没有开始相加。</translation>
    </message>
    <message>
        <source>{i} of {n}: {name} adds {amount}, so far {sum}</source>
        <translation>第 {i}／{n} 项：{name}加上 {amount}，目前为 {sum}</translation>
    </message>
    <message>
        <source>What the net answers</source>
        <translation>网络的回答</translation>
    </message>
    <message>
        <source>Outlined: as the net was. Filled: as it is now.</source>
        <translation>虚线框：原来的网络。实心：现在的网络。</translation>
    </message>
    <message>
        <source> Right so far, {n} of {of} tried: {before}, now {after}.</source>
        <translation>已试 {n}／{of}，目前正确率：原来 {before}，现在 {after}。</translation>
    </message>
    <message>
        <source> Right of {of}: {before}, now {after}.</source>
        <translation>{of} 个中的正确率：原来 {before}，现在 {after}。</translation>
    </message>
    <message>
        <source>Numbers are multiplied and added up…</source>
        <translation>正在把数相乘、相加……</translation>
    </message>
    <message>
        <source>Nothing lies before the net: {who} has nothing to sum.</source>
        <translation>网络面前什么也没有：{who}没有东西可加。</translation>
    </message>
    <message>
        <source>{who} gives {y}; it sums nothing by weights.</source>
        <translation>{who}给出 {y}；它不按权重求和。</translation>
    </message>
    <message>
        <source>{who}: the sum z is {z}, the neuron gives {y}.</source>
        <translation>{who}：和 z 是 {z}，神经元给出 {y}。</translation>
    </message>
    <message>
        <source>{who}: its sum of {n} terms is {z}: some input or weight is no number.</source>
        <translation>{who}：{n} 项之和是 {z}：某个输入或权重不是数。</translation>
    </message>
    <message>
        <source>{who}: one term, {sum}, with b = {b} the sum is {z}; it gives {y}.</source>
        <translation>{who}：一项 {sum}，加上 b = {b}，和是 {z}；它给出 {y}。</translation>
    </message>
    <message>
        <source>{who}: {n} terms make {sum}, with b = {b} the sum is {z}, and {f} turns it into {y}.</source>
        <translation>{who}：{n} 项合计 {sum}，加上 b = {b}，和是 {z}，{f} 把它变成 {y}。</translation>
    </message>
    <message>
        <source>{who}: {n} terms make {sum}, with b = {b} the sum is {z}; nothing bends it.</source>
        <translation>{who}：{n} 项合计 {sum}，加上 b = {b}，和是 {z}；没有函数使它弯曲。</translation>
    </message>
    <message>
        <source>your change</source>
        <translation>你的修改</translation>
    </message>
    <message>
        <source>your {n} changes</source>
        <translation>你的 {n} 处修改</translation>
    </message>
    <message>
        <source> With {count} the output is {after}, not {before}.</source>
        <translation>经过{count}，输出是 {after}，而不是 {before}。</translation>
    </message>
    <message>
        <source> With {count} the answer stays {after}.</source>
        <translation>经过{count}，回答仍是 {after}。</translation>
    </message>
    <message>
        <source> With {count} {before} has become {after}.</source>
        <translation>经过{count}，{before} 变成了 {after}。</translation>
    </message>
    <message>
        <source>Layer norm bends as well: these {n} parameters do not collapse into one layer.</source>
        <translation>层归一化也会弯曲：这 {n} 个参数不会坍缩成一层。</translation>
    </message>
    <message>
        <source>With every f a straight line, {n} parameters are being multiplied out…</source>
        <translation>所有 f 都成了直线，正在把 {n} 个参数乘到一起……</translation>
    </message>
    <message>
        <source>With every f a straight line, {n} parameters do no more than {k} can: they are one layer.</source>
        <translation>所有 f 都成了直线，{n} 个参数能做的不比 {k} 个多：它们就是一层。</translation>
    </message>
    <message>
        <source> {before} right with bends, {after} without.</source>
        <translation>有弯曲时答对 {before}，没有时 {after}。</translation>
    </message>
    <message>
        <source>A neuron does three things: it multiplies each input by a weight, adds everything up together with a number of its own, the bias b, and sends the sum z through a function f. The arrows are that sum, the largest terms first; the curve is f. All that a net knows lies in its weights: change one, and everything behind it follows.</source>
        <translation>神经元做三件事：把每个输入乘以一个权重；把它们连同自己的一个数——偏置 b——全部加起来；再让和 z 通过函数 f。箭头就是这个和，最大的项在前；曲线就是 f。网络知道的一切都在权重里：改动一个，后面的一切都会跟着变。</translation>
    </message>
    <message>
        <source>Watch a sum build up, term by term</source>
        <translation>看一个和如何一项一项地加起来</translation>
    </message>
    <message>
        <source>Change one bias until the answer is another</source>
        <translation>改动一个偏置，直到回答变成另一个</translation>
    </message>
    <message>
        <source>Take all bends out of a net of two spirals</source>
        <translation>把识别两条螺旋的网络中的弯曲全部去掉</translation>
    </message>
    <message>
        <source>Where f is flat its derivative is 0: what lies before it cannot make itself heard, and nothing is learned through it. And without any bend at all, matrices multiplied are again a matrix: however many layers there are, the net is one line.</source>
        <translation>f 平坦的地方导数是 0：前面的东西传不过去，也无法通过它学到东西。如果完全没有弯曲，矩阵相乘还是矩阵：无论有多少层，网络都只是一条直线。</translation>
    </message>
</context>
<context>
    <name>NoTask</name>
    <message>
        <source>Choose examples</source>
        <translation>选择样例</translation>
    </message>
    <message>
        <source>Opens the page Task, where these can be changed, too</source>
        <translation>打开“任务”页，在那里也可以修改这些样例</translation>
    </message>
    <message>
        <source>Back to {name}</source>
        <translation>回到“{name}”</translation>
    </message>
    <message>
        <source>The last task that could be learned, for all pages of this room</source>
        <translation>上一个能学习的任务，对本室所有页面生效</translation>
    </message>
</context>
<context>
    <name>NoveltyMeter</name>
    <message>
        <source>This net has no real digits to compare with.</source>
        <translation>这个网络还没有真实数字的量表。</translation>
    </message>
    <message>
        <source>Nothing to measure.</source>
        <translation>还没有可测量的内容。</translation>
    </message>
    <message>
        <source>farther than {p} of real digits</source>
        <translation>比 {p} 的真实数字更陌生</translation>
    </message>
    <message>
        <source>like what it learnt</source>
        <translation>像它学过的</translation>
    </message>
    <message>
        <source>not a digit</source>
        <translation>不是数字</translation>
    </message>
    <message>
        <source>farther than {p}</source>
        <translation>比 {p} 更陌生</translation>
    </message>
    <message>
        <source>Is it a digit at all?</source>
        <translation>这到底是不是数字？</translation>
    </message>
    <message>
        <source>How far this is from what the net learnt, in all its layers. The hill shows where real digits lie; of those, 95 % are left of the dashed line.</source>
        <translation>综合所有层来看，这幅图与网络学过的数字相差多远。小山表示真实数字所在的位置；其中 95&#x202f;% 位于虚线左边。</translation>
    </message>
</context>
<context>
    <name>NumberBox</name>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
</context>
<context>
    <name>Origin</name>
    <message>
        <source>With Learn’s weights, optimiser and order of examples after step {step}.</source>
        <translation>沿用“学习”页第 {step} 步之后的权重、优化器状态和样例顺序。</translation>
    </message>
    <message>
        <source>Learn stands at another recipe, so this one begins anew.</source>
        <translation>“学习”页停在另一套设定上，所以这里从头开始。</translation>
    </message>
    <message>
        <source>Learn stands at step {step}.</source>
        <translation>“学习”页停在第 {step} 步。</translation>
    </message>
    <message>
        <source>Learn has taken no step yet.</source>
        <translation>“学习”页还没有走过一步。</translation>
    </message>
    <message>
        <source>Begin at</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>The start</source>
        <translation>从头开始</translation>
    </message>
    <message>
        <source>Learn’s moment</source>
        <translation>“学习”页的时刻</translation>
    </message>
</context>
<context>
    <name>OutcomeView</name>
    <message>
        <source>Another game  (Enter)</source>
        <translation>再玩一局（回车）</translation>
    </message>
</context>
<context>
    <name>OwnWork</name>
    <message>
        <source>Your digits: stopped after {k} of {n}.</source>
        <translation>你的数字：已停止，读了 {n} 个中的 {k} 个。</translation>
    </message>
    <message>
        <source>Reading your digits: {k} of {n}</source>
        <translation>正在读取你的数字：{k} / {n}</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>Eraser (or draw with the right button)</source>
        <translation>橡皮（或用右键画）</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Move the drawing (or hold Shift while dragging)</source>
        <translation>移动手写图（或按住 Shift 拖动）</translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation>清空手写板</translation>
    </message>
</context>
<context>
    <name>Painted</name>
    <message>
        <source>This picture could not be drawn.</source>
        <translation>无法绘制这幅图。</translation>
    </message>
</context>
<context>
    <name>PairBox</name>
    <message>
        <source>Compare two on the 10,000 test images</source>
        <translation>任选两位，比较 10,000 张测试图片</translation>
    </message>
    <message>
        <source>First judge to compare</source>
        <translation>要比较的第一位评委</translation>
    </message>
    <message>
        <source>Second judge to compare</source>
        <translation>要比较的第二位评委</translation>
    </message>
    <message>
        <source>Next one they differ on</source>
        <translation>下一张有分歧的</translation>
    </message>
    <message>
        <source>The test images on which these two differ, the surest answers first</source>
        <translation>这两位有分歧的测试图片，把握大的在前</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>都答对</translation>
    </message>
    <message>
        <source>only {name} right</source>
        <translation>独自答对：{name}</translation>
    </message>
    <message>
        <source>same wrong answer</source>
        <translation>错得一样</translation>
    </message>
    <message>
        <source>two wrong answers</source>
        <translation>各错各的</translation>
    </message>
    <message>
        <source>The test images cannot be read; the log tells why.</source>
        <translation>无法读取测试图片；原因见日志。</translation>
    </message>
    <message>
        <source>Waiting until the pictures are remembered …</source>
        <translation>正在等待图片记忆完成……</translation>
    </message>
    <message>
        <source>{name} learns only while it is among the judges shown.</source>
        <translation>只有显示为评委时，{name}才会记忆。</translation>
    </message>
    <message>
        <source>Stopped: the pictures are not remembered yet.</source>
        <translation>已停止：图片还没有记住。</translation>
    </message>
    <message>
        <source>Loading the test images …</source>
        <translation>正在加载测试图片…</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>还没开始就停下了。</translation>
    </message>
    <message>
        <source>They differ on {k} of {n} images.</source>
        <translation>{n} 张图片中，{k} 张有分歧。</translation>
    </message>
    <message>
        <source>Stopped at {p} %; they differ on {k}.</source>
        <translation>停在 {p}&#x202f;%；{k} 张有分歧。</translation>
    </message>
    <message>
        <source>Judging: {p} %; they differ on {k} so far …</source>
        <translation>正在判断：{p}&#x202f;%；目前 {k} 张有分歧…</translation>
    </message>
</context>
<context>
    <name>PairView</name>
    <message>
        <source>There is one line. Go back in time and turn a knob: another begins.</source>
        <translation>现在只有一条线。回到过去转动一个旋钮，就会开始另一条。</translation>
    </message>
    <message>
        <source>{side}: {line}</source>
        <translation>{side}：{line}</translation>
    </message>
    <message>
        <source>differ on {share}</source>
        <translation>{share} 处不同</translation>
    </message>
    <message>
        <source>B − A, ±{most}</source>
        <translation>B − A，±{most}</translation>
    </message>
    <message>
        <source>Weights, B − A: ‖B − A‖ = {far}; colours to ±{most}, rms at the right</source>
        <translation>权重之差 B − A：‖B − A‖ = {far}；颜色到 ±{most}，右侧为均方根</translation>
    </message>
    <message>
        <source>here A {a}, B {b}, B − A {gap}</source>
        <translation>此处 A {a}，B {b}，B − A {gap}</translation>
    </message>
    <message>
        <source>A and B answer differently at {n} of {all} places: {share} of the map</source>
        <translation>在 {all} 处中的 {n} 处 A 与 B 回答不同：占地图的 {share}</translation>
    </message>
    <message>
        <source>B − A of the answers: √(mean of squares) = {rms} over {n} places</source>
        <translation>回答之差 B − A：√(平方的平均) = {rms}，共 {n} 处</translation>
    </message>
    <message>
        <source>B − A of the first layer’s weights, at most {most}</source>
        <translation>第一层权重之差 B − A，最大 {most}</translation>
    </message>
    <message>
        <source>{name}: √(mean of (w of B − w of A)²) = {rms} over {n} weights and biases, the largest {most}</source>
        <translation>{name}：√((B 的 w − A 的 w)² 的平均) = {rms}，共 {n} 个权重和偏置，最大 {most}</translation>
    </message>
    <message>
        <source>A and B compared</source>
        <translation>A 与 B 的比较</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>That is not possible here; nothing was changed.</source>
        <translation>这里无法这样做；未作任何更改。</translation>
    </message>
</context>
<context>
    <name>PartsBar</name>
    <message>
        <source>How the examples are cut up</source>
        <translation>样例的划分</translation>
    </message>
</context>
<context>
    <name>PhotoConfig</name>
    <message>
        <source>Darker ink only</source>
        <translation>只取更深的墨迹</translation>
    </message>
    <message>
        <source>Moves the level above which a pixel counts as ink: higher takes less of it</source>
        <translation>移动判定墨迹的阈值：越高，被当作墨迹的像素越少</translation>
    </message>
    <message>
        <source>Smallest digit</source>
        <translation>最小的数字</translation>
    </message>
    <message>
        <source>Anything less tall than this share of the picture’s longer side is no digit</source>
        <translation>高度不到图片长边这一比例的，不算数字</translation>
    </message>
    <message>
        <source>Join parts</source>
        <translation>合并笔画</translation>
    </message>
    <message>
        <source>Puts parts together that make one digit, such as the roof of a 5</source>
        <translation>把属于同一个数字的部分合在一起，例如 5 上面的一横</translation>
    </message>
    <message>
        <source>Cut touching digits</source>
        <translation>切开相连的数字</translation>
    </message>
    <message>
        <source>Cuts what is too wide for one digit, along the path with the least ink</source>
        <translation>宽得不像一个数字时，沿墨迹最少的路径切开</translation>
    </message>
    <message>
        <source>Thicken a thin pen</source>
        <translation>加粗细笔画</translation>
    </message>
    <message>
        <source>Makes thin strokes as thick as those of the digits the net has learnt from</source>
        <translation>把细笔画加粗到网络学习过的数字那样</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>read the picture on the clipboard</source>
        <translation>识别剪贴板上的图片</translation>
    </message>
    <message>
        <source>open a photo</source>
        <translation>打开照片</translation>
    </message>
    <message>
        <source>The clipboard</source>
        <translation>剪贴板</translation>
    </message>
    <message>
        <source>What was dropped</source>
        <translation>拖进来的内容</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>这张图片</translation>
    </message>
</context>
<context>
    <name>PhotoShowcase</name>
    <message>
        <source>On squared paper</source>
        <translation>写在方格纸上</translation>
    </message>
    <message>
        <source>Chalk on a board</source>
        <translation>黑板上的粉笔字</translation>
    </message>
    <message>
        <source>Test images on ruled paper</source>
        <translation>横格纸上的测试图片</translation>
    </message>
    <message>
        <source>Half in the shade</source>
        <translation>一半在阴影里</translation>
    </message>
    <message>
        <source>Digits that touch</source>
        <translation>连在一起的数字</translation>
    </message>
    <message>
        <source>Squares left in</source>
        <translation>保留方格</translation>
    </message>
    <message>
        <source>Shadow left in</source>
        <translation>保留阴影</translation>
    </message>
    <message>
        <source>Tilted, in uneven light, on squares: every step is needed</source>
        <translation>倾斜、光线不匀、有方格：每一步都用得上</translation>
    </message>
    <message>
        <source>Light on dark: the picture itself tells which is ink</source>
        <translation>深底浅字：哪个是墨迹，图片自己会说明</translation>
    </message>
    <message>
        <source>Ten images the net has not learnt from, written on a sheet by script</source>
        <translation>网络没有学过的十张图片，由程序排在一张纸上</translation>
    </message>
    <message>
        <source>Ink in the light is as bright as paper in the shade; compared on the spot it is not</source>
        <translation>亮处的墨迹和阴影里的纸一样亮；与周围相比，就能分开</translation>
    </message>
    <message>
        <source>Where to cut? Without knowing digits that cannot always be told</source>
        <translation>该从哪里切开？不认识数字，有时就说不准</translation>
    </message>
    <message>
        <source>The lines join everything: one huge part, no digit</source>
        <translation>格线把一切连成一大块，找不到数字了</translation>
    </message>
    <message>
        <source>All that lies in the shade counts as ink</source>
        <translation>阴影里的一切都被当作墨迹</translation>
    </message>
</context>
<context>
    <name>PhotoWords</name>
    <message>
        <source>Photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>photo</source>
        <translation>照片</translation>
    </message>
    <message>
        <source>bright paper</source>
        <translation>亮底</translation>
    </message>
    <message>
        <source>even light</source>
        <translation>匀光</translation>
    </message>
    <message>
        <source>no lines</source>
        <translation>去格线</translation>
    </message>
    <message>
        <source>ink level</source>
        <translation>墨迹阈值</translation>
    </message>
    <message>
        <source>turned</source>
        <translation>转正</translation>
    </message>
    <message>
        <source>no specks</source>
        <translation>去斑点</translation>
    </message>
    <message>
        <source>digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>The photo in grey, at the size that is worked with</source>
        <translation>缩放到处理尺寸的灰度照片</translation>
    </message>
    <message>
        <source>Is the ink darker or lighter than the paper? Light on dark is inverted. If left out, it is taken to be darker</source>
        <translation>墨迹比纸深还是浅？深底浅字会反相。省去时：当作更深</translation>
    </message>
    <message>
        <source>How dark each place is compared with the paper there, so that a shadow counts for nothing. Left out: compared with white</source>
        <translation>每一处与周围的纸相比有多暗，这样阴影就不起作用。省去时：与白色相比</translation>
    </message>
    <message>
        <source>Long thin straight lines are taken away, but not where a stroke crosses them</source>
        <translation>去掉又长又细的直线，但笔画穿过的地方除外</translation>
    </message>
    <message>
        <source>What is darker than the level is ink; the level is found in this picture. If left out, half black is the level</source>
        <translation>比阈值更深的是墨迹；阈值由这张图片求得。省去时：以半黑为阈值</translation>
    </message>
    <message>
        <source>Turned so that the paper’s lines, or else the rows of digits, lie level</source>
        <translation>转动图片，让纸上的格线或数字的行保持水平</translation>
    </message>
    <message>
        <source>Marks too small for a digit, and frames at the edge, go</source>
        <translation>去掉小得不像数字的斑点，以及边缘的框</translation>
    </message>
    <message>
        <source>Each digit as the net gets it: 28 × 28 grey values</source>
        <translation>网络得到的每个数字：28 × 28 个灰度值</translation>
    </message>
    <message>
        <source>Open, paste or drop a photo of handwriting: each of the digits 0 to 9 is found.</source>
        <translation>打开、粘贴或拖入一张手写照片：其中 0 到 9 的数字都会被找出来。</translation>
    </message>
    <message>
        <source>Reading “{name}”: {k} of {n} steps done.</source>
        <translation>正在读“{name}”：共 {n} 步，已完成 {k} 步。</translation>
    </message>
    <message>
        <source>0 digits found. Is the ink dark enough? Move the level, or try another step.</source>
        <translation>找到 0 个数字。墨迹够深吗？移动墨迹阈值，或换一换步骤。</translation>
    </message>
    <message>
        <source>Found {n}, read as {read}: {right} of the {written} written are right; the net is at least 99 % sure of each.</source>
        <translation>找到 {n} 个，读作 {read}：写下的 {written} 个中读对 {right} 个；每一个的把握都不低于 99 %。</translation>
    </message>
    <message>
        <source>Found {n}, read as {read}: {right} of the {written} written are right; least sure of a {digit} ({p}).</source>
        <translation>找到 {n} 个，读作 {read}：{written} 个中读对 {right} 个；把握最小的是 {digit}（{p}）。</translation>
    </message>
    <message>
        <source>Found 1 digit, read as {digit} ({p}).</source>
        <translation>找到 1 个数字，读作 {digit}（{p}）。</translation>
    </message>
    <message>
        <source>Found {n}, read as {read}; the net is at least 99 % sure of each.</source>
        <translation>找到 {n} 个，读作 {read}；每一个的把握都不低于 99 %。</translation>
    </message>
    <message>
        <source>Found {n}, read as {read}; least sure of a {digit} ({p}).</source>
        <translation>找到 {n} 个，读作 {read}；把握最小的是 {digit}（{p}）。</translation>
    </message>
    <message>
        <source>The net knows digits that stand alone, white on black, as large as the field and in its middle. A photo is nothing like that. So it is made fit: paper from light, ink from paper, one digit from the next. No step knows what a digit is; each does something simple that can be seen and switched off.</source>
        <translation>网络认识的数字是单独的、黑底白字、占满画面又居中。照片完全不是这样，所以要先处理：把纸面与光照分开，把墨迹与纸面分开，再把数字一个个分开。没有哪一步知道什么是数字；每一步都只做一件简单的事，看得见，也关得掉。</translation>
    </message>
    <message>
        <source>Leave the squares of the paper in</source>
        <translation>保留纸上的方格</translation>
    </message>
    <message>
        <source>Do not even out a shadow</source>
        <translation>不消除阴影</translation>
    </message>
    <message>
        <source>Digits that touch: where it fails</source>
        <translation>连在一起的数字：在这里会失败</translation>
    </message>
    <message>
        <source>Most mistakes happen before the net is asked. It answers all the same, and often with certainty: a blot is an 8, two digits in one box become a third. Click a digit to see what the net was given.</source>
        <translation>多数错误发生在询问网络之前。网络照样回答，而且常常很有把握：一团墨渍成了 8，一个框里的两个数字成了第三个数字。点一个数字，看看网络得到的是什么。</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>ink</source>
        <translation>墨迹</translation>
    </message>
    <message>
        <source>cropped</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>20 × 20</source>
        <translation>20 × 20</translation>
    </message>
    <message>
        <source>centred</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>grey</source>
        <translation>灰度</translation>
    </message>
    <message>
        <source>This picture comes prepared: the net gets it as it is.</source>
        <translation>这张图片本来就预处理好了：网络原样得到它。</translation>
    </message>
    <message>
        <source>Test image {i} comes prepared: the net gets it as it is.</source>
        <translation>测试图片 {i} 本来就预处理好了：网络原样得到它。</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>第 {row} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>What the net gets</source>
        <translation>网络实际得到的</translation>
    </message>
    <message>
        <source>The ink, cropped, scaled, centred by mass, and as grey levels.</source>
        <translation>墨迹经过裁剪、缩放、按重心居中，变成灰度值。</translation>
    </message>
    <message>
        <source>{step}: on</source>
        <translation>{step}：开</translation>
    </message>
    <message>
        <source>{step}: off</source>
        <translation>{step}：关</translation>
    </message>
</context>
<context>
    <name>PictureSheet</name>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>With the sentence below</source>
        <translation>下方附上说明句</translation>
    </message>
    <message>
        <source>PNG: pixels, for slides. SVG: lines, sharp at any size, for print.</source>
        <translation>PNG：像素图，适合幻灯片。SVG：矢量图，放多大都清晰，适合印刷。</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Stopped: {file} was not written.</source>
        <translation>已停止：没有写出 {file}。</translation>
    </message>
    <message>
        <source>Writing {file}: {p}</source>
        <translation>正在写 {file}：{p}</translation>
    </message>
    <message>
        <source>Lines and words stay sharp at any size; what is made of pixels is embedded.</source>
        <translation>线条和文字放多大都清晰；像素部分嵌入其中。</translation>
    </message>
    <message>
        <source>{width} × {height} pixels, painted anew at this size</source>
        <translation>{width} × {height} 像素，按此尺寸重新绘制</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>这张图片</translation>
    </message>
</context>
<context>
    <name>PlaneMap</name>
    <message>
        <source>x₁ = {x}, x₂ = {y}: read as {k}, {p}</source>
        <translation>x₁ = {x}，x₂ = {y}：认成 {k}，{p}</translation>
    </message>
</context>
<context>
    <name>PlanePad</name>
    <message>
        <source>Point on the plane</source>
        <translation>平面上的点</translation>
    </message>
    <message>
        <source>x = {x}, y = {y}. Arrow keys move it, with Shift farther.</source>
        <translation>x = {x}，y = {y}。方向键移动它，按住 Shift 移得更远。</translation>
    </message>
</context>
<context>
    <name>PlanePair</name>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
</context>
<context>
    <name>PlaneView</name>
    <message>
        <source>x₁ = {x}, x₂ = {y}</source>
        <translation>x₁ = {x}，x₂ = {y}</translation>
    </message>
    <message>
        <source>{where}: the net says {value}</source>
        <translation>{where}：网络回答 {value}</translation>
    </message>
    <message>
        <source>{where}: the net says no number</source>
        <translation>{where}：网络的回答不是数</translation>
    </message>
</context>
<context>
    <name>PlaneWall</name>
    <message>
        <source>Examples on the plane</source>
        <translation>平面上的样例</translation>
    </message>
    <message>
        <source>Examples: {n}.</source>
        <translation>样例：{n} 个。</translation>
    </message>
    <message>
        <source>Example {i} of {n}: {told}</source>
        <translation>第 {i} 个样例，共 {n} 个：{told}</translation>
    </message>
</context>
<context>
    <name>PlayView</name>
    <message>
        <source>What is to be read</source>
        <translation>要辨认的图片</translation>
    </message>
</context>
<context>
    <name>PlayerBox</name>
    <message>
        <source>Player</source>
        <translation>玩家</translation>
    </message>
    <message>
        <source>your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Name of the player</source>
        <translation>玩家的名字</translation>
    </message>
    <message>
        <source>Finished games are kept under this name, on this machine only</source>
        <translation>完成的游戏以此名字保存，只存在这台电脑上</translation>
    </message>
    <message>
        <source>Without a name nothing is kept.</source>
        <translation>没有名字就不保存。</translation>
    </message>
    <message>
        <source>Games kept: {n}</source>
        <translation>已保存的游戏：{n} 局</translation>
    </message>
</context>
<context>
    <name>PlayersList</name>
    <message>
        <source>Players and their games</source>
        <translation>玩家及其游戏</translation>
    </message>
    <message>
        <source>player</source>
        <translation>玩家</translation>
    </message>
    <message>
        <source>games</source>
        <translation>局数</translation>
    </message>
    <message>
        <source>with the label</source>
        <translation>与标签一致</translation>
    </message>
    <message>
        <source>with the net</source>
        <translation>与网络一致</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Removes the player or the game that is marked; it can be brought back</source>
        <translation>删除选中的玩家或某一局；可以恢复</translation>
    </message>
    <message>
        <source>Bring back what was removed</source>
        <translation>恢复删除的内容</translation>
    </message>
</context>
<context>
    <name>PlayersPanel</name>
    <message>
        <source>This game</source>
        <translation>本局</translation>
    </message>
    <message>
        <source>All players</source>
        <translation>全部玩家</translation>
    </message>
    <message>
        <source>{name}: removed.</source>
        <translation>{name}：已移除。</translation>
    </message>
    <message>
        <source>{name}: brought back.</source>
        <translation>{name}：已恢复。</translation>
    </message>
    <message>
        <source>Bring back: {name}</source>
        <translation>恢复：{name}</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>移除：{name}</translation>
    </message>
</context>
<context>
    <name>PoolView</name>
    <message>
        <source>{n} examples wait</source>
        <translation>{n} 个样例在等待</translation>
    </message>
    <message>
        <source>Shuffled order of epoch {epoch}: {first}–{last} of {n}</source>
        <translation>第 {epoch} 轮打乱的顺序：{n} 个中的 {first}–{last}</translation>
    </message>
    <message>
        <source>Order of epoch {epoch}, not shuffled: {first}–{last} of {n}</source>
        <translation>第 {epoch} 轮，未打乱：{n} 个中的 {first}–{last}</translation>
    </message>
    <message>
        <source>The examples to learn from</source>
        <translation>训练样例</translation>
    </message>
</context>
<context>
    <name>PresetList</name>
    <message>
        <source>Try these</source>
        <translation>试试这些</translation>
    </message>
    <message>
        <source>Back to “{preset}”, as it was</source>
        <translation>恢复“{preset}”的初始状态</translation>
    </message>
    <message>
        <source>All knobs as usual</source>
        <translation>所有旋钮恢复默认值</translation>
    </message>
</context>
<context>
    <name>ProbabilityBars</name>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>No answer.</source>
        <translation>没有回答。</translation>
    </message>
    <message>
        <source>{first}: {p} percent; next {second}: {q} percent.</source>
        <translation>{first}：百分之 {p}；其次 {second}：百分之 {q}。</translation>
    </message>
</context>
<context>
    <name>ProblemCard</name>
    <message>
        <source>This needs more memory than the computer has free. Try something smaller.</source>
        <translation>所需内存超过了电脑的可用内存。请换小一点的试试。</translation>
    </message>
    <message>
        <source>Something in this room went wrong. The other rooms go on; you can try again here.</source>
        <translation>这个房间出了问题。其他房间照常运行；你可以在这里重试。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Copy log</source>
        <translation>复制日志</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
</context>
<context>
    <name>Problems</name>
    <message>
        <source>{file} is not a file of examples that can be read here. Take a table saved as CSV, pictures as NPZ or IDX, or a folder with a folder of pictures for each class.</source>
        <translation>{file} 不是这里能读取的样例文件。请使用存为 CSV 的表格、NPZ 或 IDX 格式的图像，或者每个类别各有一个图像文件夹的文件夹。</translation>
    </message>
    <message>
        <source>{file} holds letters that cannot be read. Save the table once more, as “CSV UTF-8”.</source>
        <translation>{file} 中有无法识别的文字。请将表格重新保存为“CSV UTF-8”格式。</translation>
    </message>
    <message>
        <source>{file} has a line of more than {limit} characters: a quotation mark is not closed, or it is no table.</source>
        <translation>{file} 有一行超过 {limit} 个字符：可能是引号没有闭合，或者它不是表格。</translation>
    </message>
    <message>
        <source>{file} does not begin with the names of its columns. Put them in its first line.</source>
        <translation>{file} 的开头没有列名。请在第一行写上各列的名称。</translation>
    </message>
    <message>
        <source>{file} has one column only. There have to be two at least, parted by commas, semicolons or tabs.</source>
        <translation>{file} 只有一列。至少要有两列，用逗号、分号或制表符分隔。</translation>
    </message>
    <message>
        <source>{file} has {count} columns, where {limit} can be read at most.</source>
        <translation>{file} 有 {count} 列，最多能读取 {limit} 列。</translation>
    </message>
    <message>
        <source>{file} has names of columns, but not a single row below them.</source>
        <translation>{file} 有列名，但下面一行数据也没有。</translation>
    </message>
    <message>
        <source>{file}: line {line} has {found} columns, where the first line has {expected}. Mend that line.</source>
        <translation>{file}：第 {line} 行有 {found} 列，而第一行有 {expected} 列。请改正这一行。</translation>
    </message>
    <message>
        <source>{file}: line {line} has “{text}” under {column}. A number as large as that cannot be reckoned with.</source>
        <translation>{file}：第 {line} 行的 {column} 列是“{text}”，这么大的数无法计算。</translation>
    </message>
    <message>
        <source>{file}: line {line} has “{text}” under {column}, where all else are numbers. Mend that cell, or leave it empty.</source>
        <translation>{file}：第 {line} 行“{column}”列是“{text}”，而这一列其余都是数。请改正这一格，或让它空着。</translation>
    </message>
    <message>
        <source>{file}: line {line} has “{text}” under {column}, where nearly all else are numbers; there are {count} more of such cells. Mend them, or leave them empty.</source>
        <translation>{file}：第 {line} 行“{column}”列是“{text}”，而这一列其余几乎都是数；这样的格子还有 {count} 个。请改正它们，或让它们空着。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} cells. Save a part of its rows or columns, and open that.</source>
        <translation>{file} 的单元格超过 {limit} 个。请只保存一部分行或列，再打开。</translation>
    </message>
    <message>
        <source>{file} is not there any more.</source>
        <translation>{file} 已经不在了。</translation>
    </message>
    <message>
        <source>{file} holds no pictures. There should be a folder of them for each class.</source>
        <translation>{file} 中没有图像。每个类别应该各有一个图像文件夹。</translation>
    </message>
    <message>
        <source>{file} does not hold two folders of pictures at least. Put those of each class into a folder of its own.</source>
        <translation>{file} 中的图像文件夹不足两个。请把每个类别的图像放进各自的文件夹。</translation>
    </message>
    <message>
        <source>{file} holds {count} folders, where {limit} classes can be learned at most.</source>
        <translation>{file} 中有 {count} 个文件夹，最多能学习 {limit} 个类别。</translation>
    </message>
    <message>
        <source>{file} holds more than {limit} pictures. Take fewer of each class.</source>
        <translation>{file} 中的图像超过 {limit} 幅。请减少每个类别的图像。</translation>
    </message>
    <message>
        <source>{file}: {n} of {total} pictures cannot be read and are left out: {names}.</source>
        <translation>{file}：{total} 张图片中有 {n} 张读不出来，已略去：{names}。</translation>
    </message>
    <message>
        <source>too large</source>
        <translation>太大</translation>
    </message>
    <message>
        <source>may not be read</source>
        <translation>无权读取</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空文件</translation>
    </message>
    <message>
        <source>no picture</source>
        <translation>不是图片</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>已损坏</translation>
    </message>
    <message>
        <source>{file}: {count} of {total} pictures cannot be read, which is more than half: {names}. Nothing was opened.</source>
        <translation>{file}：{total} 张图片中有 {count} 张读不出来，超过一半：{names}。什么也没有打开。</translation>
    </message>
    <message>
        <source>{file}: no picture of the class {name} can be read: {names}. Save them anew, or take the class out.</source>
        <translation>{file}：类别“{name}”的图片一张也读不出来：{names}。请重新保存，或去掉这个类别。</translation>
    </message>
    <message>
        <source>{file} is not a file of pictures or labels that can be read here (IDX, NPZ, NPY).</source>
        <translation>{file} 不是这里能读取的图像或标签文件（IDX、NPZ、NPY）。</translation>
    </message>
    <message>
        <source>{file} is named like {kind}, and is not a readable {kind} file: it is damaged, or something else. Save it anew, or fetch it again.</source>
        <translation>{file} 名为 {kind} 文件，却不是可读的 {kind} 文件：它已损坏，或者是别的文件。请重新保存或重新下载。</translation>
    </message>
    <message>
        <source>{file} says that it holds {expected} bytes, and holds {found}: it is cut off or damaged. Fetch it again.</source>
        <translation>{file} 声称有 {expected} 字节，实际有 {found} 字节：文件不完整或已损坏。请重新获取。</translation>
    </message>
    <message>
        <source>{file} holds pictures without their labels, and no file of labels lies beside it. Choose that too.</source>
        <translation>{file} 只有图像而没有标签，旁边也没有标签文件。请把标签文件也选上。</translation>
    </message>
    <message>
        <source>{file} holds labels, and the file of their pictures does not lie beside it. Choose the pictures.</source>
        <translation>{file} 是标签文件，旁边没有对应的图像文件。请选择图像文件。</translation>
    </message>
    <message>
        <source>{file}: there are {images} pictures and {labels} labels. They have to be as many.</source>
        <translation>{file}：有 {images} 幅图像和 {labels} 个标签，两者数量必须相同。</translation>
    </message>
    <message>
        <source>{file}: the labels ({name}) are neither whole numbers nor words. Save them as one of these.</source>
        <translation>{file}：标签（{name}）既不是整数也不是文字。请存成其中一种。</translation>
    </message>
    <message>
        <source>{file} holds pictures ({name}), but no labels for them. They are looked for under: {wanted}.</source>
        <translation>{file} 里有图片（{name}），但没有它们的标签。查找标签时用的名称是：{wanted}。</translation>
    </message>
    <message>
        <source>{file}: some pixels of the pictures ({name}) are no numbers (NaN), or infinite. Replace them by greys.</source>
        <translation>{file}：图片（{name}）中有的像素不是数（NaN）或是无穷大。请换成灰度值。</translation>
    </message>
    <message>
        <source>{file}: the pixels of the pictures ({name}) go from {low} to {high}. Greys go from 0 to 1, or from 0 to 255.</source>
        <translation>{file}：图片（{name}）的像素从 {low} 到 {high}。灰度值应从 0 到 1，或从 0 到 255。</translation>
    </message>
    <message>
        <source>{file} has no pictures under the usual names (found: {names}). Call them x_train and y_train, or images and labels.</source>
        <translation>{file} 中没有以通常名称保存的图像（找到：{names}）。请命名为 x_train 和 y_train，或 images 和 labels。</translation>
    </message>
    <message>
        <source>{file} holds not a single picture.</source>
        <translation>{file} 中一幅图像也没有。</translation>
    </message>
    <message>
        <source>{file} holds numbers that are not grey or coloured pictures ({shape}). Each needs 4 to 1,024 pixels a side.</source>
        <translation>{file} 中的数不是灰度或彩色图像（{shape}）。每幅图像的边长应为 4 到 1,024 像素。</translation>
    </message>
    <message>
        <source>{file} has {count} classes, where {limit} can be learned at most.</source>
        <translation>{file} 有 {count} 个类别，最多能学习 {limit} 个。</translation>
    </message>
    <message>
        <source>{file} has pictures of one class only. There is nothing to tell apart.</source>
        <translation>{file} 的图像只有一个类别，没有什么可区分的。</translation>
    </message>
    <message>
        <source>{file} holds {count} pictures, where {limit} can be learned at most.</source>
        <translation>{file} 有 {count} 幅图像，最多能学习 {limit} 幅。</translation>
    </message>
    <message>
        <source>{file} is damaged or cut off. If it was downloaded, try to fetch it again.</source>
        <translation>{file} 已损坏或不完整。如果是下载的，请重新下载。</translation>
    </message>
    <message>
        <source>No task could be made of these examples. The log says more.</source>
        <translation>无法用这些样例构成任务。详情见日志。</translation>
    </message>
    <message>
        <source>{n} examples are too few: cut in these shares, at least {need} are needed for two in each part.</source>
        <translation>{n} 个样例太少：按这样的比例划分，至少要 {need} 个，每一部分才有两个。</translation>
    </message>
    <message>
        <source>Of {n} examples, two at least have to be in each part. Take other shares for validation and test.</source>
        <translation>{n} 个样例中，每一部分至少要有两个。请换用别的验证集和测试集比例。</translation>
    </message>
    <message>
        <source>{file} has fewer than two columns that can be used. Of its {count}, {empty} are empty, {same} always say the same, {words} hold over {limit} different words.</source>
        <translation>{file} 能用的列不到两列：共 {count} 列，其中 {empty} 列是空的，{same} 列始终不变，{words} 列有超过 {limit} 个不同的词。</translation>
    </message>
    <message>
        <source>A table needs at least {need} rows without gaps, for two in each part; {file} has {n}. Add rows, or choose other examples.</source>
        <translation>表格至少要有 {need} 行没有空缺的数据，每一部分才有两行；{file} 有 {n} 行。请增加行，或选择别的样例。</translation>
    </message>
    <message>
        <source>The training examples are all of one class. Take more of them, or balance the classes.</source>
        <translation>训练样例全都属于同一类别。请增加样例，或让类别更均衡。</translation>
    </message>
    <message>
        <source>The data of this task is not open any more. Open it again, or choose another task.</source>
        <translation>这个任务的数据已不再打开。请重新打开，或选择别的任务。</translation>
    </message>
    <message>
        <source>The shipped digits cannot be read: NeuroViz is incomplete. Fetch it again.</source>
        <translation>无法读取自带的手写数字：NeuroViz 不完整。请重新获取。</translation>
    </message>
    <message>
        <source>There is not enough memory for so many examples. Take fewer.</source>
        <translation>内存不够容纳这么多样例。请减少一些。</translation>
    </message>
    <message>
        <source>No column is an input. Choose at least one.</source>
        <translation>没有任何输入列。请至少选择一列。</translation>
    </message>
    <message>
        <source>Every row has a gap in one of the chosen columns. Leave out the columns that have most of them.</source>
        <translation>每一行都在某个所选列中有空缺。请去掉空缺最多的列。</translation>
    </message>
    <message>
        <source>A chosen column has too many different words to be shown to a net. Choose another one.</source>
        <translation>所选的某一列不同的词太多，不能作为网络的输入。请另选一列。</translation>
    </message>
    <message>
        <source>The target has too many different classes to tell apart. Choose another one.</source>
        <translation>目标列的类别太多，无法区分。请另选一列。</translation>
    </message>
    <message>
        <source>Paint points of at least two classes: there is nothing to tell apart yet.</source>
        <translation>请至少画两个类别的点：现在还没有什么可区分的。</translation>
    </message>
    <message>
        <source>{file} is another kind of file than its name says: it was not saved by this program.</source>
        <translation>{file} 并不是文件名所说的那种文件：它不是由本程序保存的。</translation>
    </message>
    <message>
        <source>{file} is not there any more, or its folder is not.</source>
        <translation>{file} 或它所在的文件夹已经不在了。</translation>
    </message>
    <message>
        <source>{file} is a folder or a device, not a file.</source>
        <translation>{file} 是文件夹或设备，不是文件。</translation>
    </message>
    <message>
        <source>{file} is empty.</source>
        <translation>{file} 是空的。</translation>
    </message>
    <message>
        <source>{file} may not be read by you. Check its permissions.</source>
        <translation>没有读取 {file} 的权限，请检查权限设置。</translation>
    </message>
    <message>
        <source>{file} could not be saved. Choose another folder or another name.</source>
        <translation>{file} 无法保存。请换一个文件夹或文件名。</translation>
    </message>
    <message>
        <source>{file} could not be saved: its folder is not there. Choose another folder.</source>
        <translation>{file} 无法保存：它所在的文件夹不存在。请换一个文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be saved: you may not write in its folder. Choose another folder.</source>
        <translation>{file} 无法保存：你没有写入该文件夹的权限。请换一个文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be saved: the disc is full. Free some space, or choose another folder.</source>
        <translation>{file} 无法保存：磁盘已满。请腾出一些空间，或换一个文件夹。</translation>
    </message>
    <message>
        <source>{file} could not be saved: choose a shorter name.</source>
        <translation>{file} 无法保存：请取一个短一些的文件名。</translation>
    </message>
    <message>
        <source>{file} is too large: {size}, where at most {limit} will do.</source>
        <translation>{file} 太大了：{size}，上限是 {limit}。</translation>
    </message>
    <message>
        <source>{file} is too large: {size} numbers, where at most {limit} will do.</source>
        <translation>{file} 太大：有 {size} 个数，最多只能有 {limit} 个。</translation>
    </message>
    <message>
        <source>{file} does not hold what a saved net holds.</source>
        <translation>{file} 不包含已保存的网络应有的内容。</translation>
    </message>
    <message>
        <source>{file} holds numbers of a kind that is not used here ({type}). Save it as 32-bit floats.</source>
        <translation>{file} 中的数值类型（{type}）不受支持。请存成 32 位浮点数。</translation>
    </message>
    <message>
        <source>{file}: the array {name} holds pickled objects. They are never opened, for they could run any program. Save it as numbers.</source>
        <translation>{file}：数组 {name} 里是序列化（pickle）对象。这种数据可能运行任意程序，因此从不打开。请把它存成数。</translation>
    </message>
    <message>
        <source>{file} is no saved net: it has no part called {name}.</source>
        <translation>{file} 不是已保存的网络：缺少名为 {name} 的部分。</translation>
    </message>
    <message>
        <source>{file} was saved by a newer NeuroViz. Nothing was opened; a newer version can read it.</source>
        <translation>{file} 由更新版本的 NeuroViz 保存。未打开任何内容；请用新版本读取。</translation>
    </message>
    <message>
        <source>{file} holds weights that are not numbers: its training went astray before it was saved.</source>
        <translation>{file} 中有些权重不是数：保存之前训练就已经出了问题。</translation>
    </message>
    <message>
        <source>{file} holds no trained net that can be read: NeuroViz is incomplete. Fetch it again.</source>
        <translation>{file} 中没有可读取的已训练网络：NeuroViz 不完整，请重新获取。</translation>
    </message>
    <message>
        <source>{file} does not fit together: its layers need {expected} weights, and it holds {found}.</source>
        <translation>{file} 内容不一致：各层需要 {expected} 个权重，实际有 {found} 个。</translation>
    </message>
    <message>
        <source>{file} describes layers that NeuroViz does not know or cannot join.</source>
        <translation>{file} 中有 NeuroViz 不认识或无法连接的层。</translation>
    </message>
    <message>
        <source>{file} would take {size} of memory, where at most {limit} will do. Choose a smaller width.</source>
        <translation>{file} 需要占用 {size} 内存，而上限为 {limit}。请选小一些的宽度。</translation>
    </message>
    <message>
        <source>{file} would hold {size} numbers, where at most {limit} will do as CSV. Save it as NPZ.</source>
        <translation>{file} 将包含 {size} 个数，而 CSV 最多 {limit} 个。请保存为 NPZ。</translation>
    </message>
    <message>
        <source>{file} does not hold names of units that can be read.</source>
        <translation>{file} 中没有可以读出的神经元名字。</translation>
    </message>
    <message>
        <source>{file} is not a list of players and their games.</source>
        <translation>{file} 不是玩家及其游戏的名单。</translation>
    </message>
    <message>
        <source>{file} is not handwriting saved by NeuroViz. Nothing was opened.</source>
        <translation>{file} 不是 NeuroViz 保存的手写数据。没有打开任何内容。</translation>
    </message>
    <message>
        <source>{file} does not hold handwriting that can be read. Nothing was opened.</source>
        <translation>{file} 中没有可读取的手写数字。未打开任何内容。</translation>
    </message>
    <message>
        <source>{file} holds or would hold {count} digits, where at most {limit} will do.</source>
        <translation>{file} 含有（或将含有）{count} 个数字，上限是 {limit} 个。</translation>
    </message>
    <message>
        <source>{file} is not a picture that can be read here. Try PNG, JPEG, GIF, BMP or WebP.</source>
        <translation>{file} 不是可读取的图片。请试试 PNG、JPEG、GIF、BMP 或 WebP。</translation>
    </message>
    <message>
        <source>{file} has {size} megapixels, where {limit} can be read at most. Save it smaller first.</source>
        <translation>{file} 有 {size} 百万像素，最多只能读取 {limit} 百万像素。请先另存为较小的图片。</translation>
    </message>
    <message>
        <source>{file} has {width} × {height} pixels: too few to hold a digit.</source>
        <translation>{file} 只有 {width} × {height} 个像素，容不下一个数字。</translation>
    </message>
    <message>
        <source>{file} holds no picture. Copy one first, or open a file.</source>
        <translation>{file}里没有图片。请先复制一张，或打开一个文件。</translation>
    </message>
    <message>
        <source>{file} is no saved training run: it has no part called {name}.</source>
        <translation>{file} 不是保存的训练过程：缺少名为 {name} 的部分。</translation>
    </message>
    <message>
        <source>{file} would hold a table of {count} columns, where at most {limit} will do.</source>
        <translation>{file} 要存的表格有 {count} 列，最多只能 {limit} 列。</translation>
    </message>
    <message>
        <source>{file} does not hold a training run that can be read. Nothing was opened.</source>
        <translation>{file} 里没有可以读取的训练过程。什么也没有打开。</translation>
    </message>
    <message>
        <source>{file} holds parts that do not belong together: something in it was changed after it had been saved. Nothing was opened.</source>
        <translation>{file} 的各部分彼此不符：保存之后其中有内容被改动过。没有打开任何内容。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Show titles</source>
        <translation>显示标题</translation>
    </message>
    <message>
        <source>Icons only</source>
        <translation>只显示图标</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Dark or light</source>
        <translation>深色或浅色</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Rooms</source>
        <translation>房间</translation>
    </message>
</context>
<context>
    <name>RateMap</name>
    <message>
        <source>momentum β</source>
        <translation>动量 β</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>there after {n} steps</source>
        <translation>{n} 步后到达</translation>
    </message>
    <message>
        <source>all left</source>
        <translation>全剩</translation>
    </message>
    <message>
        <source>after 1</source>
        <translation>1 步后</translation>
    </message>
    <message>
        <source>Map of learning rate and momentum</source>
        <translation>学习率与动量图</translation>
    </message>
</context>
<context>
    <name>RatesPanel</name>
    <message>
        <source>Arrows</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>On the map: another rate, another momentum</source>
        <translation>在图上：换一个学习率或动量</translation>
    </message>
    <message>
        <source>Page keys, Home, End</source>
        <translation>翻页键、Home、End</translation>
    </message>
    <message>
        <source>On the map: by ten times as much</source>
        <translation>在图上：十倍的步子</translation>
    </message>
</context>
<context>
    <name>RatesShowcase</name>
    <message>
        <source>A round bowl</source>
        <translation>圆碗</translation>
    </message>
    <message>
        <source>As steep all round: one rate hits the middle at once. What use is momentum?</source>
        <translation>四面一样陡：有一个学习率一步就到中心。动量还有什么用？</translation>
    </message>
    <message>
        <source>Ten times steeper one way</source>
        <translation>一个方向陡十倍</translation>
    </message>
    <message>
        <source>The star is where theory would step. Is it the fastest?</source>
        <translation>星号是理论的选择。它最快吗？</translation>
    </message>
    <message>
        <source>A hundred times</source>
        <translation>一百倍</translation>
    </message>
    <message>
        <source>How much momentum is best now, and how many steps does it save?</source>
        <translation>现在多大的动量最好？能省多少步？</translation>
    </message>
    <message>
        <source>Just over the border</source>
        <translation>刚刚越过界线</translation>
    </message>
    <message>
        <source>2.05 where 2 is the most. Add momentum: does it come back?</source>
        <translation>最多是 2，这里是 2.05。加上动量：回得来吗？</translation>
    </message>
    <message>
        <source>Too much momentum</source>
        <translation>动量太大</translation>
    </message>
    <message>
        <source>It races past the minimum: how often does it come by?</source>
        <translation>它从极小点旁飞驰而过：会经过多少次？</translation>
    </message>
    <message>
        <source>A winding ravine</source>
        <translation>弯弯的峡谷</translation>
    </message>
    <message>
        <source>No bowl: theory knows only its end. Where is the border really?</source>
        <translation>不是碗：理论只知道它的尽头。真正的界线在哪里？</translation>
    </message>
    <message>
        <source>From the ridge of a saddle</source>
        <translation>从鞍面的脊上出发</translation>
    </message>
    <message>
        <source>Almost level at the start: which pairs leave in time?</source>
        <translation>起点几乎是平的：哪些对能及时离开？</translation>
    </message>
    <message>
        <source>Four valleys</source>
        <translation>四个谷</translation>
    </message>
    <message>
        <source>Near the border the smallest turn decides in which valley it ends</source>
        <translation>在界线附近，一点点差别就决定它停在哪个谷</translation>
    </message>
    <message>
        <source>Batches of four</source>
        <translation>四个一批</translation>
    </message>
    <message>
        <source>Each step sees another slope: why do the high rates never arrive?</source>
        <translation>每一步看到的坡度都不同：学习率大的为什么总到不了？</translation>
    </message>
</context>
<context>
    <name>RatesView</name>
    <message>
        <source>this pair</source>
        <translation>这一对</translation>
    </message>
    <message>
        <source>there</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>theory’s best</source>
        <translation>理论最快</translation>
    </message>
    <message>
        <source>At {place} the height is {value}.</source>
        <translation>{place} 处的高度是 {value}。</translation>
    </message>
    <message>
        <source>The path of this pair on the surface</source>
        <translation>这一对在曲面上的路径</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>The loss of this pair</source>
        <translation>这一对的损失</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>share of the loss that is left</source>
        <translation>剩下的损失比例</translation>
    </message>
</context>
<context>
    <name>RatesWords</name>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>So many has each pair: with more of them even slow ones arrive</source>
        <translation>每一对走这么多步：步数多了，慢的也能到</translation>
    </message>
    <message>
        <source>too slow</source>
        <translation>太慢</translation>
    </message>
    <message>
        <source>arrives</source>
        <translation>到达</translation>
    </message>
    <message>
        <source>thrown about</source>
        <translation>被噪声甩来甩去</translation>
    </message>
    <message>
        <source>swings</source>
        <translation>摆荡</translation>
    </message>
    <message>
        <source>thrown out</source>
        <translation>被甩出去</translation>
    </message>
    <message>
        <source>The first 256 pairs of rate and momentum are being walked …</source>
        <translation>正在走最初的 256 对学习率与动量……</translation>
    </message>
    <message>
        <source>None of {n} pairs arrives within {steps} steps.</source>
        <translation>{n} 对中没有一对在 {steps} 步之内到达。</translation>
    </message>
    <message>
        <source>{share} of {n} pairs arrive within {steps} steps, the fastest, {rate} and {momentum}, after {taken}.</source>
        <translation>{n} 对中有 {share} 在 {steps} 步之内到达，最快的是 {rate} 和 {momentum}，只用 {taken} 步。</translation>
    </message>
    <message>
        <source>Yours, {rate} and {momentum}, {end}.</source>
        <translation>你选的 {rate} 和 {momentum}：{end}。</translation>
    </message>
    <message>
        <source>Rate {rate}, momentum {momentum}: {end}.</source>
        <translation>学习率 {rate}，动量 {momentum}：{end}。</translation>
    </message>
    <message>
        <source>A step leaves {left}^(1/{steps}) = {factor} of the loss, on average.</source>
        <translation>平均每步剩下损失的 {left}^(1/{steps}) = {factor}。</translation>
    </message>
    <message>
        <source>is thrown out: each step is longer than the one before</source>
        <translation>被甩出去，一步比一步长</translation>
    </message>
    <message>
        <source>is there after {taken} steps</source>
        <translation>{taken} 步后到达</translation>
    </message>
    <message>
        <source>swings, and is there after {taken} steps</source>
        <translation>来回摆荡，{taken} 步后到达</translation>
    </message>
    <message>
        <source>is too slow: {left} of the loss is left after {steps} steps</source>
        <translation>太慢，{steps} 步后还剩 {left} 的损失</translation>
    </message>
    <message>
        <source>is thrown about by the noise: {left} of the loss is left on average</source>
        <translation>被噪声甩来甩去，平均还剩 {left} 的损失</translation>
    </message>
    <message>
        <source>swings: {left} of the loss is left after {steps} steps</source>
        <translation>来回摆荡，{steps} 步后还剩 {left} 的损失</translation>
    </message>
    <message>
        <source>No minimum is known here that is curved upwards both ways: theory sets no border.</source>
        <translation>这里没有已知的、两个方向都向上弯的极小点：理论给不出界线。</translation>
    </message>
    <message>
        <source>At the minimum the surface is curved by λ = {high} at most and μ = {low} at least: κ = λ/μ = {k}. Dashed: the border 2(1 + β)/λ, for β = {beta} a rate of {edge}. Star: the fastest pair for such a bowl, rate 4/(√λ + √μ)² = {rate}, momentum ((√κ − 1)/(√κ + 1))² = {best}.</source>
        <translation>在极小点处，曲率最大 λ = {high}，最小 μ = {low}：κ = λ/μ = {k}。虚线是界线 2(1 + β)/λ，β = {beta} 时学习率为 {edge}。星号是这种碗里最快的一对：学习率 4/(√λ + √μ)² = {rate}，动量 ((√κ − 1)/(√κ + 1))² = {best}。</translation>
    </message>
    <message>
        <source>Two numbers decide how descent fares: how far it steps, and how much of its speed it keeps. Each point of the map is such a pair, walked from the same start. Too small a rate is too slow; beyond the dashed border each step overshoots by more than the one before. Momentum moves the border, and makes up for a bowl that is much steeper one way than the other.</source>
        <translation>两个数决定下降的成败：一步走多远，速度保留多少。图上每一点就是这样一对，都从同一个起点走。学习率太小就太慢；越过虚线，每一步都比上一步冲得更过头。动量会移动这条界线，也能弥补碗在一个方向上比另一个方向陡得多的毛病。</translation>
    </message>
    <message>
        <source>A long bowl, not a round one: where does the best pair go?</source>
        <translation>长碗而不是圆碗：最好的一对移到哪里去了？</translation>
    </message>
    <message>
        <source>Step over the border</source>
        <translation>越过界线</translation>
    </message>
    <message>
        <source>Let each step see only a batch</source>
        <translation>让每一步只看到一个批次</translation>
    </message>
    <message>
        <source>Drag the ring: the path follows. Just below the border descent swings from wall to wall; at the star it is fastest; with too much momentum it swings around the minimum for long. The border of theory is that of the bowl at the minimum: on other surfaces the start decides, too.</source>
        <translation>拖动圆环，路径会跟着变。刚好在界线之下，下降在两壁之间摆荡；在星号处最快；动量太大，就会绕着极小点摆荡很久。理论的界线属于极小点处的碗：在别的曲面上，起点也起作用。</translation>
    </message>
</context>
<context>
    <name>Recipe</name>
    <message>
        <source>cropping</source>
        <translation>裁剪</translation>
    </message>
    <message>
        <source>scaling</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>centring</source>
        <translation>居中</translation>
    </message>
    <message>
        <source>full contrast</source>
        <translation>满对比度</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>Relief</name>
    <message>
        <source>{x_name} = {x}, {y_name} = {y}
{name}: {value}</source>
        <translation>{x_name} = {x}，{y_name} = {y}
{name}：{value}</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Nothing to be seen yet.</source>
        <translation>还没有可以显示的内容。</translation>
    </message>
    <message>
        <source>Lowest {low} at {x_name} = {x}, {y_name} = {y}; highest {high} at {x_name} = {high_x}, {y_name} = {high_y}.</source>
        <translation>最低 {low}，位于 {x_name} = {x}，{y_name} = {y}；最高 {high}，位于 {x_name} = {high_x}，{y_name} = {high_y}。</translation>
    </message>
</context>
<context>
    <name>RoomFrame</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Undo: {act}</source>
        <translation>撤销：{act}</translation>
    </message>
    <message>
        <source>Redo: {act}</source>
        <translation>重做：{act}</translation>
    </message>
    <message>
        <source>Explain this room</source>
        <translation>房间说明</translation>
    </message>
    <message>
        <source>Copy or save the picture, save the numbers</source>
        <translation>复制或保存图片，保存数据</translation>
    </message>
    <message>
        <source>Knobs and presets</source>
        <translation>旋钮与预设</translation>
    </message>
</context>
<context>
    <name>Row</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>RunFiles</name>
    <message>
        <source>{file} was not opened.</source>
        <translation>没有打开 {file}。</translation>
    </message>
    <message>
        <source>Open a training run</source>
        <translation>打开训练</translation>
    </message>
    <message>
        <source>Save this training run</source>
        <translation>保存这次训练</translation>
    </message>
    <message>
        <source>NumPy files (*.npz)</source>
        <translation>NumPy 文件 (*.npz)</translation>
    </message>
    <message>
        <source>safetensors files (*.safetensors)</source>
        <translation>safetensors 文件 (*.safetensors)</translation>
    </message>
    <message>
        <source>Save the weights</source>
        <translation>保存权重</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Save the curves</source>
        <translation>保存曲线</translation>
    </message>
    <message>
        <source>Python scripts (*.py)</source>
        <translation>Python 脚本 (*.py)</translation>
    </message>
    <message>
        <source>Save a training script</source>
        <translation>保存训练脚本</translation>
    </message>
    <message>
        <source>Opened {file}: {steps} steps, standing at {step}.</source>
        <translation>已打开 {file}：共 {steps} 步，停在第 {step} 步。</translation>
    </message>
    <message>
        <source>Saved as {path}. It reads its examples from {data}, which has to lie beside it.</source>
        <translation>已保存为 {path}。它从旁边的 {data} 读取样例，两个文件要放在一起。</translation>
    </message>
    <message>
        <source>Saved as {path}</source>
        <translation>已保存为 {path}</translation>
    </message>
    <message>
        <source>Opening {file}…</source>
        <translation>正在打开 {file}…</translation>
    </message>
    <message>
        <source>Saving {file}…</source>
        <translation>正在保存 {file}…</translation>
    </message>
    <message>
        <source>{file} could not be opened: NeuroViz itself made a mistake. The log says which.</source>
        <translation>无法打开 {file}：NeuroViz 自身出了错，日志里有说明。</translation>
    </message>
    <message>
        <source>{file} could not be saved: NeuroViz itself made a mistake. The log says which.</source>
        <translation>无法保存 {file}：NeuroViz 自身出了错，日志里有说明。</translation>
    </message>
    <message>
        <source>Training runs (*.nvrun)</source>
        <translation>训练过程 (*.nvrun)</translation>
    </message>
    <message>
        <source>Run files</source>
        <translation>训练文件</translation>
    </message>
    <message>
        <source>Save this run, its weights, curves or a script of it; open another</source>
        <translation>保存这次训练、它的权重、曲线或脚本，或打开另一次训练</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>打开训练…</translation>
    </message>
    <message>
        <source>Go on where a saved run stood, with all of its past</source>
        <translation>从保存时的位置继续，过去的一切都在</translation>
    </message>
    <message>
        <source>Save the whole run…</source>
        <translation>保存整个训练…</translation>
    </message>
    <message>
        <source>Recipe, everything that was done, curves and own data in one file</source>
        <translation>配方、所有操作、曲线和自己的数据，都在一个文件里</translation>
    </message>
    <message>
        <source>Save the weights…</source>
        <translation>保存权重…</translation>
    </message>
    <message>
        <source>For other programs: NPZ or safetensors</source>
        <translation>供其他程序使用：NPZ 或 safetensors</translation>
    </message>
    <message>
        <source>Save the curves…</source>
        <translation>保存曲线…</translation>
    </message>
    <message>
        <source>All lines in one table, as CSV; batch_loss is the mean of the steps batch_from to batch_to</source>
        <translation>所有线放进一个 CSV 表格；batch_loss 是从 batch_from 到 batch_to 各步的平均损失</translation>
    </message>
    <message>
        <source>Save a training script…</source>
        <translation>保存训练脚本…</translation>
    </message>
    <message>
        <source>Python and NumPy alone; it comes to the same weights, bit for bit</source>
        <translation>只用 Python 和 NumPy；得到的权重逐位相同</translation>
    </message>
</context>
<context>
    <name>RunKeeper</name>
    <message>
        <source>This run is too large to be there again after the program is closed; Run files can save it.</source>
        <translation>这次训练太大，关闭程序后不会自动恢复；可以用“训练文件”把它保存下来。</translation>
    </message>
    <message>
        <source>The run of last time cannot be read. Its file is kept as {name}.</source>
        <translation>上次的训练无法读取。它的文件保留为 {name}。</translation>
    </message>
    <message>
        <source>The run of last time is one of a newer NeuroViz. Its file is kept as {name}.</source>
        <translation>上次的训练来自更新版本的 NeuroViz。它的文件保留为 {name}。</translation>
    </message>
    <message>
        <source>The run of last time cannot be read, so another one begins.</source>
        <translation>上次的训练无法读取，因此重新开始一次。</translation>
    </message>
</context>
<context>
    <name>Scatter</name>
    <message>
        <source>Points of the task</source>
        <translation>任务的点</translation>
    </message>
    <message>
        <source>{n} points.</source>
        <translation>{n} 个点。</translation>
    </message>
    <message>
        <source>the rubber</source>
        <translation>橡皮</translation>
    </message>
    <message>
        <source>Brush: {brush}. At x = {x}, y = {y}: arrows move, Enter paints, Delete takes away, Page Down changes the brush.</source>
        <translation>画笔：{brush}。位置 x = {x}，y = {y}：方向键移动，回车画点，删除键擦去，下翻页键更换画笔。</translation>
    </message>
</context>
<context>
    <name>ScoresView</name>
    <message>
        <source>{right} of {n} ({share}); test {test}</source>
        <translation>{right}/{n} 对（{share}）；测试集 {test}</translation>
    </message>
    <message>
        <source>test {test}</source>
        <translation>测试集 {test}</translation>
    </message>
    <message>
        <source>{net}: {words}. From so few digits its true share is known to lie between {low} and {high} percent (Wilson, 95 %).</source>
        <translation>{net}：{words}。凭这么少的数字，只能说真实正确率在 {low}&#x202f;% 到 {high}&#x202f;% 之间（威尔逊区间，95&#x202f;%）。</translation>
    </message>
    <message>
        <source>How well each net reads these digits</source>
        <translation>各网络对这些数字的识别情况</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>The settings could not be read, so the usual ones are used this time.</source>
        <translation>无法读取设置，这次使用默认设置。</translation>
    </message>
    <message>
        <source>The settings belong to a newer NeuroViz. They are left as they are; the usual ones are used this time.</source>
        <translation>设置文件来自更新版本的 NeuroViz，已原样保留；这次使用默认设置。</translation>
    </message>
    <message>
        <source>The settings file was damaged. It is kept as {name}, and the usual settings are used.</source>
        <translation>设置文件已损坏，已保留为 {name}，并改用默认设置。</translation>
    </message>
</context>
<context>
    <name>ShareMenu</name>
    <message>
        <source>Copy picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save picture…</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>Save the numbers behind it…</source>
        <translation>保存图片背后的数据…</translation>
    </message>
    <message>
        <source>Archive of {n} tables (*.zip)</source>
        <translation>含 {n} 张表格的压缩包 (*.zip)</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>No numbers yet.</source>
        <translation>还没有数据。</translation>
    </message>
    <message>
        <source>Save picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Pictures (*.png)</source>
        <translation>图片 (*.png)</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>这张图片</translation>
    </message>
    <message>
        <source>The picture is on the clipboard: {width} × {height} pixels.</source>
        <translation>图片已复制到剪贴板：{width} × {height} 像素。</translation>
    </message>
    <message>
        <source>Save the numbers</source>
        <translation>保存数据</translation>
    </message>
    <message>
        <source>NumPy files (*.npz)</source>
        <translation>NumPy 文件 (*.npz)</translation>
    </message>
    <message>
        <source>Vector pictures (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Saved {file}: an archive, because there are several tables.</source>
        <translation>已保存 {file}：表格不止一张，因此存为压缩包。</translation>
    </message>
    <message>
        <source>Saved {file}.</source>
        <translation>已保存 {file}。</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SheetTools</name>
    <message>
        <source>Delete the chosen digit</source>
        <translation>删除选中的数字</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Drop a photo of digits here</source>
        <translation>把数字的照片拖到这里</translation>
    </message>
    <message>
        <source>Photo with the digits found</source>
        <translation>照片及找到的数字</translation>
    </message>
    <message>
        <source>No digit is marked.</source>
        <translation>未选中数字。</translation>
    </message>
    <message>
        <source>Digit {k} of {n}: {digit}, {p} percent; next best {second}, {q} percent.</source>
        <translation>第 {k} 个数字，共 {n} 个：{digit}，百分之 {p}；其次是 {second}，百分之 {q}。</translation>
    </message>
    <message>
        <source>All nets, side by side</source>
        <translation>并排的所有网络</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>播放或暂停</translation>
    </message>
    <message>
        <source>one step back, one step on</source>
        <translation>后退一步，前进一步</translation>
    </message>
    <message>
        <source>restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>presets of the room</source>
        <translation>房间的预设</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Del</translation>
    </message>
    <message>
        <source>clear a drawing pad</source>
        <translation>清空手写板</translation>
    </message>
    <message>
        <source>room before, room after</source>
        <translation>上一个房间，下一个房间</translation>
    </message>
    <message>
        <source>next page of the room, page before</source>
        <translation>房间的下一页、上一页</translation>
    </message>
    <message>
        <source>explain this room</source>
        <translation>房间说明</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>手写板</translation>
    </message>
    <message>
        <source>Picture and numbers</source>
        <translation>图片与数据</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>back to the preset, knobs included</source>
        <translation>回到预设，连同旋钮</translation>
    </message>
    <message>
        <source>undo and redo: strokes, knobs, presets</source>
        <translation>撤销与重做：笔画、旋钮、预设</translation>
    </message>
    <message>
        <source>Shift+arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>move the drawing</source>
        <translation>移动手写图</translation>
    </message>
    <message>
        <source>copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>save the numbers behind it</source>
        <translation>保存图片背后的数据</translation>
    </message>
    <message>
        <source>next part of the window, part before</source>
        <translation>窗口的下一部分、上一部分</translation>
    </message>
    <message>
        <source>Tab  Shift+Tab</source>
        <translation>Tab  Shift+Tab</translation>
    </message>
    <message>
        <source>next control, control before</source>
        <translation>下一个控件、上一个控件</translation>
    </message>
    <message>
        <source>the picture alone, and back</source>
        <translation>只看画面，再按恢复</translation>
    </message>
    <message>
        <source>two rooms side by side</source>
        <translation>并排显示两个房间</translation>
    </message>
    <message>
        <source>this room in a window of its own, and that closed again</source>
        <translation>在单独的窗口中打开本房间，再关闭该窗口</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>full screen, and back</source>
        <translation>全屏，以及退出全屏</translation>
    </message>
    <message>
        <source>text larger, smaller, as usual</source>
        <translation>文字放大、缩小、恢复默认</translation>
    </message>
    <message>
        <source>this sheet</source>
        <translation>本页</translation>
    </message>
</context>
<context>
    <name>Sight</name>
    <message>
        <source>The disturbed picture</source>
        <translation>干扰后的图片</translation>
    </message>
    <message>
        <source>Drag a patch over the picture, or move it by the arrow keys; plus and minus size it.</source>
        <translation>在图上拖动遮挡块，或用方向键移动；加减号改变大小。</translation>
    </message>
    <message>
        <source>Patch of {size} px at {x}, {y}.</source>
        <translation>遮挡块 {size} 像素，位于 {x}, {y}。</translation>
    </message>
</context>
<context>
    <name>SightForm</name>
    <message>
        <source>From above</source>
        <translation>俯视图</translation>
    </message>
    <message>
        <source>As a block</source>
        <translation>立体图</translation>
    </message>
    <message>
        <source>Logarithmic</source>
        <translation>对数高度</translation>
    </message>
    <message>
        <source>Each power of ten of the loss is as high</source>
        <translation>损失每差十倍，高度相差一样多</translation>
    </message>
</context>
<context>
    <name>Slices</name>
    <message>
        <source>Slice along {name}</source>
        <translation>沿 {name} 的剖面</translation>
    </message>
    <message>
        <source>Choose a place: the values along both axes through it are shown here.</source>
        <translation>选择一个位置：这里会显示沿两条坐标轴经过它的值。</translation>
    </message>
</context>
<context>
    <name>SlimBars</name>
    <message>
        <source>Ten probabilities</source>
        <translation>十个概率</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>还没有回答。</translation>
    </message>
    <message>
        <source>{first}: {p}; next {second}: {q}.</source>
        <translation>{first}：{p}；其次 {second}：{q}。</translation>
    </message>
</context>
<context>
    <name>Source</name>
    <message>
        <source>What lies before the net</source>
        <translation>摆在网络面前的输入</translation>
    </message>
    <message>
        <source>draw a digit here</source>
        <translation>在这里画一个数字</translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation>测试图像的编号</translation>
    </message>
    <message>
        <source>One of 10,000 test images, by its number</source>
        <translation>一万张测试图像中的一张，按编号选取</translation>
    </message>
    <message>
        <source>Any test image</source>
        <translation>任意一张测试图像</translation>
    </message>
    <message>
        <source>The test image before</source>
        <translation>上一张测试图像</translation>
    </message>
    <message>
        <source>The next test image</source>
        <translation>下一张测试图像</translation>
    </message>
    <message>
        <source>A point of the plane: drag it.</source>
        <translation>平面上的一个点：拖动它。</translation>
    </message>
    <message>
        <source>This net takes a single number: drag the bar.</source>
        <translation>这个网络只接收一个数：拖动这根条。</translation>
    </message>
    <message>
        <source>This net takes {n} numbers: drag the bars.</source>
        <translation>这个网络接收 {n} 个数：拖动这些条。</translation>
    </message>
    <message>
        <source>This net takes {n} numbers; the first {k} can be dragged here.</source>
        <translation>这个网络接收 {n} 个数；前 {k} 个可以在这里拖动。</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>plain {digit}</source>
        <translation>标准 {digit}</translation>
    </message>
    <message>
        <source>what lies on the pad</source>
        <translation>手写板上的图</translation>
    </message>
    <message>
        <source>test image</source>
        <translation>测试图片</translation>
    </message>
    <message>
        <source>Digit {name}</source>
        <translation>数字 {name}</translation>
    </message>
    <message>
        <source>A digit written plainly, your own from the pad, or one of 10,000 test images</source>
        <translation>一个端正书写的数字、你在手写板上写的，或 10,000 张测试图片之一</translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation>测试图片的编号</translation>
    </message>
</context>
<context>
    <name>SpaceConfig</name>
    <message>
        <source>Perplexity</source>
        <translation>困惑度</translation>
    </message>
    <message>
        <source>About how many neighbours t-SNE lets each point keep near: few make many small clumps, many show the coarse picture. Another value lets it begin anew</source>
        <translation>t-SNE 大约让每个点保住多少个近邻：少则碎成许多小团，多则显出大轮廓。改变数值会重新开始</translation>
    </message>
    <message>
        <source>Ring wrong answers</source>
        <translation>圈出错答</translation>
    </message>
    <message>
        <source>Rings the points that the net gets wrong in the end</source>
        <translation>圈出网络最终答错的点</translation>
    </message>
</context>
<context>
    <name>SpacePanel</name>
    <message>
        <source>t-SNE broke off; the log tells why.</source>
        <translation>t-SNE 中断了；原因见日志。</translation>
    </message>
</context>
<context>
    <name>SpaceShowcase</name>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Ten islands</source>
        <translation>十座小岛</translation>
    </message>
    <message>
        <source>A digit on the wrong island</source>
        <translation>落错岛的数字</translation>
    </message>
    <message>
        <source>Two spirals, pressed flat</source>
        <translation>被压扁的两条螺线</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>Clumps that are not there</source>
        <translation>并不存在的小团</translation>
    </message>
    <message>
        <source>At the input the classes lie through each other; go through the strip to the right</source>
        <translation>在输入处，各类混在一起；沿下方的长条向右逐层看</translation>
    </message>
    <message>
        <source>t-SNE of the layer before the answer: draw, and see on which island you land</source>
        <translation>回答之前那一层的 t-SNE：写一个数字，看它落在哪座岛上</translation>
    </message>
    <message>
        <source>The net misreads it because in this layer it lies among digits of another class</source>
        <translation>网络之所以读错，是因为在这一层它落在另一类数字中间</translation>
    </message>
    <message>
        <source>All are read rightly, by a cut along the thin side: neither the map nor distances see it</source>
        <translation>全都读对了，切口却在很薄的方向上：地图和距离都看不出来</translation>
    </message>
    <message>
        <source>Most units give 0 for every image: little is left that tells classes apart</source>
        <translation>大多数神经元对每张图片都输出 0：能区分各类的东西所剩无几</translation>
    </message>
    <message>
        <source>With a perplexity of 3 t-SNE breaks the digits into crumbs; turn it up again</source>
        <translation>困惑度为 3 时，t-SNE 把数字拆成碎屑；把它调回去看看</translation>
    </message>
</context>
<context>
    <name>SpaceSide</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Whose numbers are mapped: those of the input, or what a layer gives</source>
        <translation>画哪一层的数值：输入，或某一层的输出</translation>
    </message>
    <message>
        <source>PCA shows the two directions in which the points differ most: a straight shadow of the space. t-SNE moves the points until near ones are near: playing shows how</source>
        <translation>PCA 显示各点差别最大的两个方向，是这个空间的直线投影。t-SNE 移动各点，直到相近的点靠在一起；播放即可看到过程</translation>
    </message>
    <message>
        <source>PCA</source>
        <translation>PCA 投影</translation>
    </message>
    <message>
        <source>t-SNE</source>
        <translation>t-SNE 近邻图</translation>
    </message>
</context>
<context>
    <name>SpaceView</name>
    <message>
        <source>Nearest in this layer</source>
        <translation>这一层中最近的</translation>
    </message>
    <message>
        <source>All layers by PCA; below each: points whose 5 nearest tell their class</source>
        <translation>各层的 PCA；下方：类别能由 5 个最近邻说出的点</translation>
    </message>
</context>
<context>
    <name>SpaceWords</name>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Reading the points that are mapped …</source>
        <translation>正在读取要绘制的点……</translation>
    </message>
    <message>
        <source>{layer}: {part} of its map is done.</source>
        <translation>{layer}：地图已完成 {part}。</translation>
    </message>
    <message>
        <source>t‑SNE, step {step}: KL divergence {kl}.</source>
        <translation>t‑SNE 第 {step} 步：KL 散度 {kl}。</translation>
    </message>
    <message>
        <source>The two directions of the map hold {part} of all variance.</source>
        <translation>地图的两个方向占全部方差的 {part}。</translation>
    </message>
    <message>
        <source>{layer}: {what}; looking for the nearest of each …</source>
        <translation>{layer}：{what}；正在寻找各自的最近邻……</translation>
    </message>
    <message>
        <source>{layer}: the {k} nearest tell the net’s answer to {part} of {what}.</source>
        <translation>{layer}：在 {what}中，{part} 的网络回答可由 {k} 个最近邻说出。</translation>
    </message>
    <message>
        <source>{layer}: the {k} nearest tell the class of {part} of {what} (input {first}).</source>
        <translation>{layer}：在 {what}中，{part} 的类别可由 {k} 个最近邻说出（输入处 {first}）。</translation>
    </message>
    <message>
        <source>{layer}: the {k} nearest tell the class of {part} of {what}.</source>
        <translation>{layer}：在 {what}中，{part} 的类别可由 {k} 个最近邻说出。</translation>
    </message>
    <message>
        <source>{n} test images</source>
        <translation>{n} 张测试图片</translation>
    </message>
    <message>
        <source>{n} points of the task</source>
        <translation>{n} 个任务点</translation>
    </message>
    <message>
        <source>{n} random inputs</source>
        <translation>{n} 个随机输入</translation>
    </message>
    <message>
        <source>Input ({size} numbers)</source>
        <translation>输入（{size} 个数）</translation>
    </message>
    <message>
        <source>Layer {i} {kind} ({size})</source>
        <translation>第 {i} 层（{kind}，{size}）</translation>
    </message>
    <message>
        <source>This layer gives no finite numbers (NaN or infinity): there is nothing to map.</source>
        <translation>这一层给出的不是有限的数（NaN 或无穷大）：没有可画的东西。</translation>
    </message>
    <message>
        <source>This layer gives the same for every point: its space is a single place, and nothing tells classes apart after it.</source>
        <translation>这一层对每个点都给出同样的输出：它的空间只剩一个位置，此后再也无法区分各类。</translation>
    </message>
    <message>
        <source>Reading the points …</source>
        <translation>正在读取各点……</translation>
    </message>
    <message>
        <source>Mapping the layers …</source>
        <translation>正在绘制各层……</translation>
    </message>
    <message>
        <source>Mapping {layer}: {part}</source>
        <translation>正在绘制 {layer}：{part}</translation>
    </message>
    <message>
        <source>Mapping … {part}</source>
        <translation>正在绘制……{part}</translation>
    </message>
    <message>
        <source>t-SNE: only nearness counts. The current input is put amid its nearest points.</source>
        <translation>t-SNE：只有远近有意义。当前输入放在它的近邻之间。</translation>
    </message>
    <message>
        <source>t-SNE: weighing neighbours, {part}</source>
        <translation>t-SNE：正在权衡近邻，{part}</translation>
    </message>
    <message>
        <source>One unit: its value goes to the right; height only parts the classes.</source>
        <translation>只有一个神经元：数值向右增大；高低只用来分开各类。</translation>
    </message>
    <message>
        <source>PCA: {x} of the variance across, {y} upwards</source>
        <translation>PCA：横向占方差的 {x}，纵向占 {y}</translation>
    </message>
    <message>
        <source>t-SNE moves the points y down the slope of KL(P‖Q) = Σ pᵢⱼ log(pᵢⱼ / qᵢⱼ).
p: how near two points are in the layer, by Gaussians of the chosen perplexity.
q: how near they are on the map, 1 / (1 + |yᵢ − yⱼ|²), all together 1.
The current input: Σ w y over its 15 nearest, w by a Gaussian of perplexity 5.</source>
        <translation>t-SNE 让各点 y 沿 KL(P‖Q) = Σ pᵢⱼ log(pᵢⱼ / qᵢⱼ) 的坡度下降。
p：两点在这一层中有多近，用所选困惑度的高斯核衡量。
q：两点在地图上有多近，1 / (1 + |yᵢ − yⱼ|²)，总和为 1。
当前输入：对 15 个最近邻求 Σ w y，w 取自困惑度为 5 的高斯核。</translation>
    </message>
    <message>
        <source>PCA: x = Σ (a − mean) · v₁ and y = Σ (a − mean) · v₂ over all numbers a of the layer;
v₁ and v₂ are the two directions in which the points vary most.</source>
        <translation>PCA：x = Σ (a − 均值) · v₁，y = Σ (a − 均值) · v₂，a 取遍这一层的全部数值；
v₁ 和 v₂ 是各点变化最大的两个方向。</translation>
    </message>
    <message>
        <source>Of {n} points {hits} have the class of most of their {k} nearest others, by distance over all {width} numbers: {part}.
The two directions of its map hold {x} and {y} of the variance.</source>
        <translation>按全部 {width} 个数值计算距离，{n} 个点中有 {hits} 个与其 {k} 个最近邻的多数同类：{part}。
地图的两个方向分别占方差的 {x} 和 {y}。</translation>
    </message>
    <message>
        <source>test image {i}</source>
        <translation>测试图片 {i}</translation>
    </message>
    <message>
        <source>random input {i}</source>
        <translation>随机输入 {i}</translation>
    </message>
    <message>
        <source>answer {said}</source>
        <translation>回答 {said}</translation>
    </message>
    <message>
        <source>is {label}</source>
        <translation>是 {label}</translation>
    </message>
    <message>
        <source>is {label}, read so</source>
        <translation>是 {label}，读对了</translation>
    </message>
    <message>
        <source>is {label}, read as {said}</source>
        <translation>是 {label}，读作 {said}</translation>
    </message>
    <message>
        <source>this very input</source>
        <translation>就是这个输入</translation>
    </message>
    <message>
        <source>distance {d}</source>
        <translation>距离 {d}</translation>
    </message>
    <message>
        <source>√ Σ (a − b)² over the {n} numbers of this layer = {d}
a: the current input, b: this point</source>
        <translation>对这一层的 {n} 个数值求 √ Σ (a − b)² = {d}
a：当前输入，b：这个点</translation>
    </message>
    <message>
        <source>Draw a digit or choose a test image: those nearest to it in this layer appear here.</source>
        <translation>写一个数字或选一张测试图片：这一层中离它最近的会出现在这里。</translation>
    </message>
    <message>
        <source>What a layer gives for one input is a list of numbers: a place in a space with as many directions as the layer has units. Inputs the net treats alike lie near each other there. From layer to layer the space is bent and folded until a straight cut parts the classes. A map flattens it to two directions: PCA is its shadow from the widest side, t-SNE gives up distances to keep neighbours together.</source>
        <translation>一层对一个输入给出一串数：这就是空间中的一个位置，层里有多少神经元，空间就有多少个方向。网络当作相似的输入，在那里彼此靠近。一层又一层，空间被弯折，直到一刀就能把各类分开。地图把它压成两个方向：PCA 是从最宽一面看到的投影，t-SNE 则放弃距离，只求近邻仍在一起。</translation>
    </message>
    <message>
        <source>Begin at the pixels, then go through the strip to the right</source>
        <translation>从像素开始，再沿长条向右逐层看</translation>
    </message>
    <message>
        <source>Watch t-SNE pull ten islands apart before the answer</source>
        <translation>看 t-SNE 在回答之前那一层拉开十座小岛</translation>
    </message>
    <message>
        <source>See two spirals stretched until a straight cut parts them</source>
        <translation>看两条螺线怎样被拉伸，直到一刀能把它们分开</translation>
    </message>
    <message>
        <source>The percentages under the strip do not depend on any map: they ask in the full space whether the five nearest others of a point tell its class. On a t-SNE neither the size of an island nor the distance between islands means anything, and with too small a perplexity it invents clumps. It has no formula for a new point: the current input is put at the mean of its 15 nearest, weighted by a kernel of perplexity 5. PCA has one, and its place is exact.</source>
        <translation>长条下方的百分比与地图无关：它问的是，在完整的空间里，一个点的五个最近邻能否说出它的类别。在 t-SNE 图上，岛的大小和岛与岛的距离都没有含义；困惑度太小时，它还会造出并不存在的小团。对新的点它没有公式：当前输入放在它 15 个最近邻的加权平均处，权重取自困惑度为 5 的核。PCA 有公式，位置是精确的。</translation>
    </message>
</context>
<context>
    <name>Spot</name>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
</context>
<context>
    <name>StackView</name>
    <message>
        <source>The net, layer by layer</source>
        <translation>逐层显示的网络</translation>
    </message>
    <message>
        <source>No net yet.</source>
        <translation>还没有网络。</translation>
    </message>
    <message>
        <source>Layer {i} of {n}. {about}</source>
        <translation>第 {i} 层，共 {n} 层。{about}</translation>
    </message>
</context>
<context>
    <name>StageStrip</name>
    <message>
        <source>its output has changed by {share} of its length</source>
        <translation>输出改变了自身长度的 {share}</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>各层</translation>
    </message>
    <message>
        <source>{layer}, one of {n}</source>
        <translation>{layer}，共 {n} 层</translation>
    </message>
    <message>
        <source>Stages of the step</source>
        <translation>这一步的各个阶段</translation>
    </message>
    <message>
        <source>{stage}, layer {layer}</source>
        <translation>{stage}，第 {layer} 层</translation>
    </message>
</context>
<context>
    <name>StartForm</name>
    <message>
        <source>Draw other weights</source>
        <translation>重新抽取权重</translation>
    </message>
    <message>
        <source>Fresh ones by the same rules; a net that was taken over is forgotten</source>
        <translation>按同样的规则重新抽取；接过来的网络不再保留</translation>
    </message>
    <message>
        <source>Or begin with a trained net</source>
        <translation>或者从学过的网络开始</translation>
    </message>
    <message>
        <source>No net takes the examples of this task yet.</source>
        <translation>还没有能接受这个任务样例的网络。</translation>
    </message>
    <message>
        <source>Trained net</source>
        <translation>学过的网络</translation>
    </message>
    <message>
        <source>All but the last layer frozen</source>
        <translation>除最后一层外全部冻结</translation>
    </message>
    <message>
        <source>What it has learned to see stays; only what it makes of that is learned anew</source>
        <translation>它学会看到的东西保持不变；只重新学习怎样据此作答</translation>
    </message>
    <message>
        <source>Learn it further</source>
        <translation>接着训练它</translation>
    </message>
    <message>
        <source>Its layers and weights in place of these</source>
        <translation>用它的层和权重替换现在的</translation>
    </message>
</context>
<context>
    <name>StatsConfig</name>
    <message>
        <source>Logarithmic counts</source>
        <translation>对数计数</translation>
    </message>
    <message>
        <source>Makes rare numbers visible: each step up is ten times as many</source>
        <translation>让少见的数值也看得见：每高一级，多十倍</translation>
    </message>
</context>
<context>
    <name>StatsShowcase</name>
    <message>
        <source>A healthy net</source>
        <translation>健康的网络</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>Saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Maps that all work</source>
        <translation>个个都在工作的特征图</translation>
    </message>
    <message>
        <source>Two spirals</source>
        <translation>两条螺线</translation>
    </message>
    <message>
        <source>About a third of a ReLU layer answers at a time; a few units never do</source>
        <translation>ReLU 层里每次约有三分之一作答；少数神经元从不作答</translation>
    </message>
    <message>
        <source>Half of the rectifiers never answer, most others hardly ever: too large a step did it</source>
        <translation>一半的整流神经元从不作答，其余的也极少：祸首是步子太大</translation>
    </message>
    <message>
        <source>Large weights drive the sigmoids to 0 and 1, where no gradient passes</source>
        <translation>过大的权重把 sigmoid 推到 0 和 1，梯度在那里过不去</translation>
    </message>
    <message>
        <source>No map of a convolution is dead; of the 64 units behind them some are</source>
        <translation>卷积的特征图没有一幅是死的；后面的 64 个神经元里却有</translation>
    </message>
    <message>
        <source>A net of two inputs, counted over the points of its task</source>
        <translation>只有两个输入的网络，在任务的各点上统计</translation>
    </message>
</context>
<context>
    <name>StatsWords</name>
    <message>
        <source>Statistics</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>{n} test images</source>
        <translation>{n} 张测试图片</translation>
    </message>
    <message>
        <source>{n} points of the task</source>
        <translation>{n} 个任务点</translation>
    </message>
    <message>
        <source>{n} random inputs</source>
        <translation>{n} 个随机输入</translation>
    </message>
    <message>
        <source>Reading the inputs that are counted …</source>
        <translation>正在读取要统计的输入……</translation>
    </message>
    <message>
        <source>{layer}: {part} of its numbers on {inputs} are NaN or infinite: the net is broken.</source>
        <translation>{layer}：在 {inputs}上，{part} 的数值是 NaN 或无穷大：这个网络坏了。</translation>
    </message>
    <message>
        <source>{layer}: {flat} of {units} units are saturated on {inputs}; {ends} of all answers lie on a flat end.</source>
        <translation>{layer}：在 {inputs}上，{units} 个神经元中有 {flat} 个饱和；{ends} 的输出落在平坦的一端。</translation>
    </message>
    <message>
        <source>{layer}: {dead} of {units} units are dead, never above 0 on {inputs}; the others are active on {active} of them.</source>
        <translation>{layer}：在 {inputs}上，{units} 个神经元中有 {dead} 个死亡，从未大于 0；其余的平均有 {active} 的时候在活动。</translation>
    </message>
    <message>
        <source>{layer}: numbers of {mean} ± {spread} on {inputs}; {dead} of {units} never change.</source>
        <translation>{layer}：在 {inputs}上，数值为 {mean} ± {spread}；{units} 个神经元中有 {dead} 个从不变化。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Layer {i} {kind}</source>
        <translation>第 {i} 层（{kind}）</translation>
    </message>
    <message>
        <source>Reading …</source>
        <translation>正在读取……</translation>
    </message>
    <message>
        <source>Counting: {n} of {total}</source>
        <translation>正在统计：{n} / {total}</translation>
    </message>
    <message>
        <source>Dead (×): the output was not above 0 for a single input; no gradient mends it.</source>
        <translation>死亡（×）：没有一个输入能让输出大于 0；梯度救不了它。</translation>
    </message>
    <message>
        <source>Saturated (/): on {often} of the inputs the slope of the function is below a tenth of its greatest. Dead (×): the same output for every input.</source>
        <translation>饱和（/）：对 {often} 的输入，函数的斜率不到最大斜率的十分之一。死亡（×）：对每个输入都是同样的输出。</translation>
    </message>
    <message>
        <source>Dead (×): the same number for every input.</source>
        <translation>死亡（×）：对每个输入都是同一个数。</translation>
    </message>
    <message>
        <source>Without a finite output no unit can be judged.</source>
        <translation>没有有限的输出，无从判断任何神经元。</translation>
    </message>
    <message>
        <source>Dead ({n}): {units}</source>
        <translation>死亡（{n} 个）：{units}</translation>
    </message>
    <message>
        <source>Saturated ({n}): {units}</source>
        <translation>饱和（{n} 个）：{units}</translation>
    </message>
    <message>
        <source>No unit of this layer is dead or saturated.</source>
        <translation>这一层没有死亡或饱和的神经元。</translation>
    </message>
    <message>
        <source>{low} to {high}: {count} of {n} {what} = {part}</source>
        <translation>{low} 到 {high}：{n} 个{what}中有 {count} 个 = {part}</translation>
    </message>
    <message>
        <source>activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>exactly 0: {part}</source>
        <translation>恰好为 0：{part}</translation>
    </message>
    <message>
        <source>NaN or ∞: {part}</source>
        <translation>NaN 或 ∞：{part}</translation>
    </message>
    <message>
        <source>No finite number: NaN or infinity throughout.</source>
        <translation>没有有限的数：全是 NaN 或无穷大。</translation>
    </message>
    <message>
        <source>All are exactly 0.</source>
        <translation>全都恰好为 0。</translation>
    </message>
    <message>
        <source>{n} numbers from {low} to {high}. {zeros}</source>
        <translation>{n} 个数，从 {low} 到 {high}。{zeros}</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Weights of {layer}</source>
        <translation>权重：{layer}</translation>
    </message>
    <message>
        <source>No weights lead here.</source>
        <translation>没有通向这里的权重。</translation>
    </message>
    <message>
        <source>Unit {i} of {n}</source>
        <translation>第 {i} 个神经元（共 {n} 个）</translation>
    </message>
    <message>
        <source>mean {mean}, spread {spread}, greatest {top}</source>
        <translation>均值 {mean}，标准差 {spread}，最大 {top}</translation>
    </message>
    <message>
        <source>above 0: {part} of its numbers on {seen} inputs</source>
        <translation>大于 0：在 {seen} 个输入上占其数值的 {part}</translation>
    </message>
    <message>
        <source>on a flat end: {part} of {seen} inputs</source>
        <translation>在平坦的一端：{seen} 个输入中的 {part}</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>死亡</translation>
    </message>
    <message>
        <source>saturated</source>
        <translation>饱和</translation>
    </message>
    <message>
        <source>Units: how often above 0</source>
        <translation>神经元：大于 0 的频率</translation>
    </message>
    <message>
        <source>Units: how often on a flat end</source>
        <translation>神经元：落在平坦一端的频率</translation>
    </message>
    <message>
        <source>Units: how much each varies</source>
        <translation>神经元：各自变化多大</translation>
    </message>
    <message>
        <source>‖a‖ = √ Σ a² over all numbers of the layer, mean of {n} inputs: {norm}
Dead: {dead} of {units} units</source>
        <translation>‖a‖ = √ Σ a²，对这一层所有数值求和，{n} 个输入的平均：{norm}
死亡：{units} 个神经元中的 {dead} 个</translation>
    </message>
    <message>
        <source>‖W‖ = √ Σ w² over {n} weights = {norm}</source>
        <translation>‖W‖ = √ Σ w²，共 {n} 个权重 = {norm}</translation>
    </message>
    <message>
        <source>Before asking what a net thinks it is worth looking whether it is healthy. A rectifier (ReLU) whose sum is below 0 for every input gives 0 and passes no gradient back: it is dead, and no training wakes it. A sigmoid or tanh far out on its flat ends gives the same whatever comes, and passes almost no gradient: it is saturated. Both show at once in how often each number occurs.</source>
        <translation>先别问网络在想什么，先看它是否健康。整流神经元（ReLU）若对每个输入的加权和都小于 0，就只会输出 0，也不让梯度回传：它死了，再怎么训练也唤不醒。sigmoid 或 tanh 若远远落在平坦的两端，来什么都给同样的输出，几乎不让梯度通过：它饱和了。两者一看数值的分布便知。</translation>
    </message>
    <message>
        <source>Look at a net most of whose rectifiers are dead</source>
        <translation>看一个整流神经元大多已死的网络</translation>
    </message>
    <message>
        <source>Look at sigmoids that only say 0 or 1</source>
        <translation>看只会说 0 或 1 的 sigmoid</translation>
    </message>
    <message>
        <source>Compare with a net in good health</source>
        <translation>与一个健康的网络比一比</translation>
    </message>
    <message>
        <source>Zeros have no bar: a healthy ReLU gives them more than half of the time, so they are counted apart. Even a good net has a few dead units; it could do without them. The input has dead ones too: pixels at the rim on which nobody ever writes. The blue ticks under the bars are the numbers of the current input.</source>
        <translation>零没有柱子：健康的 ReLU 有一大半时间输出零，所以单独计数。好网络里也有几个死亡神经元，少了它们也无妨。输入里也有死的：边缘的像素，从来没人写到那里。柱子下方的蓝色短线是当前输入的数值。</translation>
    </message>
</context>
<context>
    <name>StepFormula</name>
    <message>
        <source>Bias of unit {j}, layer {layer}</source>
        <translation>第 {layer} 层神经元 {j} 的偏置</translation>
    </message>
    <message>
        <source>Weight from unit {i} to unit {j}, layer {layer}</source>
        <translation>第 {layer} 层从神经元 {i} 到神经元 {j} 的权重</translation>
    </message>
    <message>
        <source>Weight of kernel {j}, layer {layer}, at {place}</source>
        <translation>第 {layer} 层卷积核 {j} 在 {place} 处的权重</translation>
    </message>
    <message>
        <source>Parameter {name} of layer {layer}</source>
        <translation>第 {layer} 层的参数 {name}</translation>
    </message>
    <message>
        <source>{left} = {value}, summed over all places and averaged over {n} examples</source>
        <translation>{left} = {value}（对所有位置求和，再对 {n} 个样例取平均）</translation>
    </message>
    <message>
        <source>{left} = mean of a·δ over {n} examples = ({sum}{more}) / {n} = {value}</source>
        <translation>{left} = {n} 个样例的 a·δ 的平均 = ({sum}{more}) / {n} = {value}</translation>
    </message>
    <message>
        <source>Checked by differences: the loss has a kink here: {below} below, {above} above</source>
        <translation>差分检验：损失在这里有一个拐点：下侧 {below}，上侧 {above}</translation>
    </message>
    <message>
        <source>Checked by differences: (L(w + h) − L(w − h)) / 2h = {value}  ✓ the same</source>
        <translation>差分检验：(L(w + h) − L(w − h)) / 2h = {value}  ✓ 相同</translation>
    </message>
    <message>
        <source>Checked by differences: (L(w + h) − L(w − h)) / 2h = {value}: not the same</source>
        <translation>差分检验：(L(w + h) − L(w − h)) / 2h = {value}：不相同</translation>
    </message>
    <message>
        <source>Input {i}</source>
        <translation>输入 {i}</translation>
    </message>
    <message>
        <source>Answer unit for class {name}</source>
        <translation>类别 {name} 的输出神经元</translation>
    </message>
    <message>
        <source>Unit {i} of layer {layer}</source>
        <translation>第 {layer} 层的神经元 {i}</translation>
    </message>
    <message>
        <source>mean of a over {n} examples = {a}</source>
        <translation>{n} 个样例的 a 的平均 = {a}</translation>
    </message>
    <message>
        <source>mean of δ = ∂L/∂z = {delta}, which is the gradient of its bias</source>
        <translation>δ = ∂L/∂z 的平均 = {delta}，也就是它偏置的梯度</translation>
    </message>
    <message>
        <source>Choose an example in the list to see how it came about.</source>
        <translation>在列表中选一个样例，就能看到它是怎么得来的。</translation>
    </message>
</context>
<context>
    <name>StepPanel</name>
    <message>
        <source>Arrows, Enter</source>
        <translation>方向键、回车</translation>
    </message>
    <message>
        <source>In the net: go through units, choose one, then a weight</source>
        <translation>在网络中：在神经元间移动，选中一个，再选权重</translation>
    </message>
    <message>
        <source>In the net: what the weights of the chosen layer show</source>
        <translation>在网络中：切换所选层的权重显示的内容</translation>
    </message>
    <message>
        <source>Up, Down</source>
        <translation>上、下</translation>
    </message>
    <message>
        <source>In the batch: choose an example</source>
        <translation>在批次中：选择一个样例</translation>
    </message>
</context>
<context>
    <name>StepPicture</name>
    <message>
        <source>Arrows go through the units; Enter picks one, and again the weights that feed it; W turns what the weights of its layer show.</source>
        <translation>方向键在神经元之间移动；回车选中一个，再按则依次选它的输入权重；W 切换这一层权重所显示的内容。</translation>
    </message>
    <message>
        <source>The net waits for its examples.</source>
        <translation>网络正在等待样例。</translation>
    </message>
    <message>
        <source>Click to choose what the weights of this layer show: w, ∂L/∂w, Δw, or each in turn</source>
        <translation>点击可选择这一层权重显示什么：w、∂L/∂w、Δw，或依阶段轮换</translation>
    </message>
    <message>
        <source>The net in this step</source>
        <translation>这一步中的网络</translation>
    </message>
</context>
<context>
    <name>StepWords</name>
    <message>
        <source>Four and three units</source>
        <translation>四个与三个神经元</translation>
    </message>
    <message>
        <source>Small enough to check every number by hand</source>
        <translation>小到每个数都能用手验算</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>手写数字</translation>
    </message>
    <message>
        <source>784 inputs, 109,386 parameters: the same five stages</source>
        <translation>784 个输入，109,386 个参数：同样的五个阶段</translation>
    </message>
    <message>
        <source>Rate 10</source>
        <translation>学习率 10</translation>
    </message>
    <message>
        <source>The gradient is right, the step overshoots: the loss of the same batch rises</source>
        <translation>梯度没错，步子却迈过了头：同一批次的损失反而上升</translation>
    </message>
    <message>
        <source>Ten layers of sigmoids</source>
        <translation>十层 sigmoid</translation>
    </message>
    <message>
        <source>The gradient fades on its way back: each layer passes on a quarter at most</source>
        <translation>梯度在往回的路上逐渐消失：每层的斜率最多只有四分之一</translation>
    </message>
    <message>
        <source>All weights zero</source>
        <translation>权重全为零</translation>
    </message>
    <message>
        <source>Every hidden unit gets the same gradient: they can never become different</source>
        <translation>每个隐藏神经元得到同样的梯度：它们永远不会变得不同</translation>
    </message>
    <message>
        <source>Adam’s first step</source>
        <translation>Adam 的第一步</translation>
    </message>
    <message>
        <source>Every weight moves by about the rate, however small its gradient is</source>
        <translation>无论梯度多小，每个权重移动的距离都约等于学习率</translation>
    </message>
    <message>
        <source>A batch of one</source>
        <translation>只有一个样例的批次</translation>
    </message>
    <message>
        <source>One example pulls all weights its own way: its loss falls, others may rise</source>
        <translation>一个样例把所有权重拉向自己那边：它的损失下降，别的可能上升</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Draw the batch</source>
        <translation>抽取批次</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>前向</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Backward</source>
        <translation>反向</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>更新</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>Layer {n}</source>
        <translation>第 {n} 层</translation>
    </message>
    <message>
        <source>Getting the examples …</source>
        <translation>正在准备样例……</translation>
    </message>
    <message>
        <source>Step {step}: the loss is no number any more; from here nothing can be learned.</source>
        <translation>第 {step} 步：损失已经不再是一个数，从这里再也学不到任何东西。</translation>
    </message>
    <message>
        <source>Step {step}, epoch {epoch}: the loss of these {n} examples is {loss}.</source>
        <translation>第 {step} 步，第 {epoch} 个训练轮次：这 {n} 个样例的损失为 {loss}。</translation>
    </message>
    <message>
        <source>Before step {step}: {n} examples to learn from wait to be drawn. Press play, or → for one stage.</source>
        <translation>第 {step} 步之前：{n} 个训练样例正等着被抽取。请按播放，或按 → 前进一个阶段。</translation>
    </message>
    <message>
        <source>Where Learn stands, before step {step}: its weights, its optimiser, its order of {n} examples. Press play, or → for one stage.</source>
        <translation>“学习”页停下的地方，第 {step} 步之前：用它的权重、优化器状态和 {n} 个样例的顺序。请按播放，或按 → 前进一个阶段。</translation>
    </message>
    <message>
        <source>The recipe is no longer the one that Learn stands at, so this begins anew: before step {step}, {n} examples wait to be drawn.</source>
        <translation>设定已和“学习”页停下时的不同，所以这里从头开始：第 {step} 步之前，{n} 个样例正等着被抽取。</translation>
    </message>
    <message>
        <source>Step {step}, draw: {n} of {all} examples, numbers {first} to {last} of the shuffled order of epoch {epoch}.</source>
        <translation>第 {step} 步，抽取：从 {all} 个样例中取出 {n} 个，即第 {epoch} 个训练轮次打乱后的第 {first} 到第 {last} 个。</translation>
    </message>
    <message>
        <source>Step {step}, draw: {n} of {all} examples, numbers {first} to {last} as they lie in the file, epoch {epoch}.</source>
        <translation>第 {step} 步，抽取：从 {all} 个样例中取出 {n} 个，即按文件中的顺序第 {first} 到第 {last} 个，第 {epoch} 个训练轮次。</translation>
    </message>
    <message>
        <source>Forward, layer {k} of {of}: {units} values for each of {n} examples, from {low} to {high}.</source>
        <translation>前向，第 {k} 层（共 {of} 层）：{n} 个样例各有 {units} 个值，从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>Forward, layer {k} of {of}: {units} values for example {example}, from {low} to {high}.</source>
        <translation>前向，第 {k} 层（共 {of} 层）：样例 {example} 有 {units} 个值，从 {low} 到 {high}。</translation>
    </message>
    <message>
        <source>They have gone through {layers}.</source>
        <translation>这些值已依次经过：{layers}。</translation>
    </message>
    <message>
        <source>Loss: {right} of {n} answers are right; the mean loss is {loss}, the largest {worst}, of example {i}.</source>
        <translation>损失：{n} 个回答中有 {right} 个正确；平均损失为 {loss}，最大的是样例 {i}，为 {worst}。</translation>
    </message>
    <message>
        <source>Loss: the mean squared distance of {n} answers is {loss}, the largest {worst}, of example {i}.</source>
        <translation>损失：{n} 个回答的均方距离为 {loss}，最大的是样例 {i}，为 {worst}。</translation>
    </message>
    <message>
        <source>Backward: the error of {n} examples enters layer {k}, the last; its gradient is {size}.</source>
        <translation>反向：{n} 个样例的误差进入最后一层（第 {k} 层），它的梯度为 {size}。</translation>
    </message>
    <message>
        <source>Backward: the error of {n} examples reaches layer {k}; its gradient is {size}.</source>
        <translation>反向：{n} 个样例的误差到达第 {k} 层，它的梯度为 {size}。</translation>
    </message>
    <message>
        <source>Backward: the error of {n} examples reaches layer {k}; its gradient is {size}, {times} times smaller than that of layer {last}.</source>
        <translation>反向：{n} 个样例的误差到达第 {k} 层；它的梯度为 {size}，第 {last} 层的梯度是它的 {times} 倍。</translation>
    </message>
    <message>
        <source>Backward: the error of {n} examples reaches layer {k}; its gradient is {size}, {times} times larger than that of layer {last}.</source>
        <translation>反向：{n} 个样例的误差到达第 {k} 层；它的梯度为 {size}，是第 {last} 层的 {times} 倍。</translation>
    </message>
    <message>
        <source>Update: {moved} of {all} parameters move, at most by {most}; the loss of the same {n} examples falls from {before} to {after}.</source>
        <translation>更新：{all} 个参数中有 {moved} 个移动，最多移动 {most}；同样这 {n} 个样例的损失从 {before} 降到 {after}。</translation>
    </message>
    <message>
        <source>Update: {moved} of {all} parameters move, at most by {most}; a step too far: the loss of the same {n} examples rises from {before} to {after}.</source>
        <translation>更新：{all} 个参数中有 {moved} 个移动，最多移动 {most}；这一步迈得太远：同样这 {n} 个样例的损失从 {before} 升到 {after}。</translation>
    </message>
    <message>
        <source>Update: {moved} of {all} parameters move, at most by {most}; the loss of the same {n} examples stays {before}.</source>
        <translation>更新：{all} 个参数中有 {moved} 个移动，最多移动 {most}；同样这 {n} 个样例的损失仍为 {before}。</translation>
    </message>
    <message>
        <source>All of learning is this one step, over and over. A few examples are drawn; their numbers flow forward through the layers; each answer is compared with the target; the error flows back and tells each weight which way is better; all weights move a little. Then the next batch is drawn.</source>
        <translation>全部的学习就是这一步的不断重复。先抽取几个样例；它们的数值逐层向前流动；每个回答都与目标比较；误差再往回流，告诉每个权重往哪边更好；所有权重都移动一点点。然后抽取下一个批次。</translation>
    </message>
    <message>
        <source>Play one step slowly</source>
        <translation>慢速播放一步</translation>
    </message>
    <message>
        <source>Check the gradient of the chosen weight by differences</source>
        <translation>用差分检验所选权重的梯度</translation>
    </message>
    <message>
        <source>Take the same step with a rate of 10</source>
        <translation>用学习率 10 走同样的一步</translation>
    </message>
    <message>
        <source>The gradient of a weight is what came in times the error that came back, averaged over the batch. Where a function is flat the error hardly passes: compare the layers. And look at the same batch after the update: its loss should have fallen, though other examples were not asked.</source>
        <translation>一个权重的梯度，就是传进来的值乘以传回来的误差，再对批次取平均。激活函数平坦的地方，误差几乎过不去：请比较各层。再看更新之后的同一批次：它的损失应该下降了，尽管其他样例并没有被问到。</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>No step taken yet: the net is as it was.</source>
        <translation>还没走过一步：网络原封未动。</translation>
    </message>
    <message>
        <source>{n} steps taken: loss {first} → {now}</source>
        <translation>已走 {n} 步：损失 {first} → {now}</translation>
    </message>
    <message>
        <source>What it should be</source>
        <translation>应当是什么</translation>
    </message>
    <message>
        <source>The answer that is taken as right; the loss is measured against it</source>
        <translation>当作正确的答案；损失以它为准</translation>
    </message>
    <message>
        <source>as known, else as it says</source>
        <translation>已知的答案；没有就用网络自己的</translation>
    </message>
    <message>
        <source>Take the step</source>
        <translation>走一步</translation>
    </message>
    <message>
        <source>Move all weights once against their gradients</source>
        <translation>让所有权重逆着梯度移动一次</translation>
    </message>
    <message>
        <source>Take {n}</source>
        <translation>走 {n} 步</translation>
    </message>
    <message>
        <source>As many steps, one after another, on this one example</source>
        <translation>在这一个样本上连走这么多步</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>全部撤销</translation>
    </message>
    <message>
        <source>The net as it was before the first step</source>
        <translation>回到走第一步之前的网络</translation>
    </message>
    <message>
        <source>Keep as a net</source>
        <translation>留作新网络</translation>
    </message>
    <message>
        <source>Puts the net as it is now beside the others, for all rooms</source>
        <translation>把现在的网络与其他网络并列，供所有房间使用</translation>
    </message>
</context>
<context>
    <name>StopConfig</name>
    <message>
        <source>Target reached</source>
        <translation>达到目标</translation>
    </message>
    <message>
        <source>Plateau, steps</source>
        <translation>停滞步数</translation>
    </message>
    <message>
        <source>Pause when so many of the validation examples are right</source>
        <translation>验证样例答对这么多时暂停</translation>
    </message>
    <message>
        <source>Pause when the training loss has not fallen by 1 % in so many steps</source>
        <translation>训练损失在这么多步里没有下降 1 % 时暂停</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>过拟合</translation>
    </message>
    <message>
        <source>Pause when the validation loss stands a tenth above its best, while the training loss goes on falling</source>
        <translation>训练损失还在下降，验证损失却比最好时高出一成，则暂停</translation>
    </message>
    <message>
        <source>Gradient above</source>
        <translation>梯度超过</translation>
    </message>
    <message>
        <source>Pause when the length of the gradient is above this</source>
        <translation>梯度的长度超过它时暂停</translation>
    </message>
    <message>
        <source>Loss is not a number</source>
        <translation>损失不是数</translation>
    </message>
    <message>
        <source>Pause when the loss becomes infinite or no number at all</source>
        <translation>损失变成无穷大或不是数时暂停</translation>
    </message>
</context>
<context>
    <name>StoryView</name>
    <message>
        <source>A weight’s story</source>
        <translation>一个权重的来龙去脉</translation>
    </message>
    <message>
        <source>Choose a wire or a unit of the net: its formulas stand here.</source>
        <translation>选择网络中的一条连线或一个神经元：它的公式会显示在这里。</translation>
    </message>
    <message>
        <source>{weight}: the largest change</source>
        <translation>{weight}：改变最大</translation>
    </message>
    <message>
        <source>{weight}: the largest gradient of this step</source>
        <translation>{weight}：这一步中梯度最大</translation>
    </message>
    <message>
        <source>Check the gradient</source>
        <translation>检验梯度</translation>
    </message>
    <message>
        <source>Moves this weight a little to both sides and measures the loss, in double precision</source>
        <translation>把这个权重向两边各移动一点点，用双精度测量损失</translation>
    </message>
    <message>
        <source>The strongest</source>
        <translation>最强的权重</translation>
    </message>
    <message>
        <source>Tell of the weight with the largest gradient again, in each step</source>
        <translation>重新在每一步中显示梯度最大的权重</translation>
    </message>
</context>
<context>
    <name>SurfaceForm</name>
    <message>
        <source>Surface</source>
        <translation>曲面</translation>
    </message>
    <message>
        <source>What is walked on</source>
        <translation>在什么曲面上走</translation>
    </message>
    <message>
        <source>Formula in x and y</source>
        <translation>x 和 y 的公式</translation>
    </message>
    <message>
        <source>Such as x² + 10y², sin(x) cos(y), exp(-x²-y²), abs(x), max(x, y), hypot(x, y)</source>
        <translation>例如 x² + 10y²、sin(x) cos(y)、exp(-x²-y²)、abs(x)、max(x, y)、hypot(x, y)</translation>
    </message>
</context>
<context>
    <name>SurgeryHand</name>
    <message>
        <source>Kept as “{name}”: all rooms can use it now.</source>
        <translation>已存为“{name}”：现在所有房间都能用它。</translation>
    </message>
</context>
<context>
    <name>SurgeryPanel</name>
    <message>
        <source>Enter, Del</source>
        <translation>Enter，Del</translation>
    </message>
    <message>
        <source>Switch the chosen units off, or on again</source>
        <translation>关闭选中的神经元，或重新打开</translation>
    </message>
    <message>
        <source>Shift+Arrows</source>
        <translation>Shift+方向键</translation>
    </message>
    <message>
        <source>Choose more units</source>
        <translation>选择更多神经元</translation>
    </message>
    <message>
        <source>{net}, cut</source>
        <translation>{net}（术后）</translation>
    </message>
</context>
<context>
    <name>SurgeryShowcase</name>
    <message>
        <source>One unit nobody misses</source>
        <translation>少了也无妨的一个神经元</translation>
    </message>
    <message>
        <source>Of 128 it is among the busiest; nothing falls</source>
        <translation>128 个里数它忙，关掉它却几乎毫无影响</translation>
    </message>
    <message>
        <source>One map that matters</source>
        <translation>举足轻重的一张特征图</translation>
    </message>
    <message>
        <source>Without it the CNN no longer knows a 1</source>
        <translation>没有它，CNN 就认不出 1 了</translation>
    </message>
    <message>
        <source>Half of a layer gone</source>
        <translation>拿掉半层</translation>
    </message>
    <message>
        <source>32 of 64 at random, and it still reads digits</source>
        <translation>64 个里随机关掉 32 个，仍能认出数字</translation>
    </message>
    <message>
        <source>A layer, times three</source>
        <translation>一层放大三倍</translation>
    </message>
    <message>
        <source>Louder is not different: nearly all stays right</source>
        <translation>更响并不等于不同：几乎全都仍然正确</translation>
    </message>
    <message>
        <source>A layer turned round</source>
        <translation>一层反号</translation>
    </message>
    <message>
        <source>Times −1: worse than guessing, it is never right</source>
        <translation>乘以 −1：比瞎猜还差，一个也答不对</translation>
    </message>
    <message>
        <source>A bias moved</source>
        <translation>挪动一个偏置</translation>
    </message>
    <message>
        <source>Three edges make the circle; one is shifted</source>
        <translation>三条边围成圆，其中一条被挪开</translation>
    </message>
    <message>
        <source>A dead unit revived</source>
        <translation>复活一个死亡神经元</translation>
    </message>
    <message>
        <source>Its bias lets it speak again, and zeros are read</source>
        <translation>改偏置让它重新作声，0 又认得出了</translation>
    </message>
</context>
<context>
    <name>SurgeryView</name>
    <message>
        <source>The first {n} of {total} test images</source>
        <translation>{total} 张测试图中的前 {n} 张</translation>
    </message>
    <message>
        <source>All {total} test images</source>
        <translation>全部 {total} 张测试图</translation>
    </message>
    <message>
        <source>Orange: more than before; blue: fewer</source>
        <translation>橙色：比之前多；蓝色：比之前少</translation>
    </message>
    <message>
        <source>Cuts ({n})</source>
        <translation>干预（{n}）</translation>
    </message>
    <message>
        <source>Cuts</source>
        <translation>干预</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效果</translation>
    </message>
    <message>
        <source>How much can go</source>
        <translation>能拿掉多少</translation>
    </message>
    <message>
        <source>Thin: before; thick: after</source>
        <translation>细：之前；粗：之后</translation>
    </message>
    <message>
        <source>What this net ought to answer is not known here: only its answer can be compared.</source>
        <translation>这里不知道这个网络应当答什么：只能比较前后的答案。</translation>
    </message>
</context>
<context>
    <name>SurgeryWords</name>
    <message>
        <source>Surgery</source>
        <translation>手术</translation>
    </message>
    <message>
        <source>layer {b}</source>
        <translation>第 {b} 层</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答案</translation>
    </message>
    <message>
        <source>{b} convolution</source>
        <translation>{b} 卷积</translation>
    </message>
    <message>
        <source>{b} dense</source>
        <translation>{b} 全连接</translation>
    </message>
    <message>
        <source>1 map</source>
        <translation>1 张特征图</translation>
    </message>
    <message>
        <source>1 unit</source>
        <translation>1 个神经元</translation>
    </message>
    <message>
        <source>{n} maps</source>
        <translation>{n} 张特征图</translation>
    </message>
    <message>
        <source>{n} units</source>
        <translation>{n} 个神经元</translation>
    </message>
    <message>
        <source>the first {shown} of {size}</source>
        <translation>{size}中的前 {shown} 个</translation>
    </message>
    <message>
        <source>map {i} of {n} in layer {b}</source>
        <translation>第 {b} 层 {n} 张特征图中的第 {i} 张</translation>
    </message>
    <message>
        <source>unit {i} of {n} in layer {b}</source>
        <translation>第 {b} 层 {n} 个神经元中的第 {i} 个</translation>
    </message>
    <message>
        <source>map {i} of layer {b}</source>
        <translation>第 {b} 层的特征图 {i}</translation>
    </message>
    <message>
        <source>unit {i} of layer {b}</source>
        <translation>第 {b} 层的神经元 {i}</translation>
    </message>
    <message>
        <source>all {n} maps of layer {b}</source>
        <translation>第 {b} 层全部 {n} 张特征图</translation>
    </message>
    <message>
        <source>all {n} units of layer {b}</source>
        <translation>第 {b} 层全部 {n} 个神经元</translation>
    </message>
    <message>
        <source>{n} maps of layer {b}</source>
        <translation>第 {b} 层的 {n} 张特征图</translation>
    </message>
    <message>
        <source>{n} units of layer {b}</source>
        <translation>第 {b} 层的 {n} 个神经元</translation>
    </message>
    <message>
        <source>passed on as it is</source>
        <translation>原样传下去</translation>
    </message>
    <message>
        <source>switched off</source>
        <translation>已关闭</translation>
    </message>
    <message>
        <source>held at {v}</source>
        <translation>钳制在 {v}</translation>
    </message>
    <message>
        <source>times {v}</source>
        <translation>乘以 {v}</translation>
    </message>
    <message>
        <source>Off: {who}</source>
        <translation>关闭{who}</translation>
    </message>
    <message>
        <source>Held at {v}: {who}</source>
        <translation>钳制在 {v}：{who}</translation>
    </message>
    <message>
        <source>Times {v}: {who}</source>
        <translation>乘以 {v}：{who}</translation>
    </message>
    <message>
        <source>Bias {v}: {who}</source>
        <translation>偏置改为 {v}：{who}</translation>
    </message>
    <message>
        <source>{k} values edited: {who}</source>
        <translation>改了 {k} 个参数：{who}</translation>
    </message>
    <message>
        <source>mean of the map: {v}</source>
        <translation>特征图的均值：{v}</translation>
    </message>
    <message>
        <source>a = w·x + b = {v}</source>
        <translation>a = w·x + b = {v}</translation>
    </message>
    <message>
        <source>switched off: 0 × {a} = 0</source>
        <translation>已关闭：0 × {a} = 0</translation>
    </message>
    <message>
        <source>as learned: {v}</source>
        <translation>干预之前：{v}</translation>
    </message>
    <message>
        <source>Nothing is cut</source>
        <translation>未作干预</translation>
    </message>
    <message>
        <source>{k} cuts in {n} places</source>
        <translation>在 {n} 处作了 {k} 次干预</translation>
    </message>
    <message>
        <source>{net} is being looked at.</source>
        <translation>正在查看{net}。</translation>
    </message>
    <message>
        <source>{net} has no weights in any layer: there is nothing to cut.</source>
        <translation>{net}的各层都没有权重：没有什么可以干预。</translation>
    </message>
    <message>
        <source>{done}: {rest}.</source>
        <translation>{done}：{rest}。</translation>
    </message>
    <message>
        <source>{net} waits for something to answer</source>
        <translation>{net}在等输入</translation>
    </message>
    <message>
        <source>the answer of {net} is no number</source>
        <translation>{net}的答案已不是数</translation>
    </message>
    <message>
        <source>{net} answers {v}</source>
        <translation>{net}的输出是 {v}</translation>
    </message>
    <message>
        <source>{net} says {now} ({q})</source>
        <translation>{net}说是 {now}（{q}）</translation>
    </message>
    <message>
        <source>{net} now says {now} ({q}), not {was} ({p})</source>
        <translation>{net}现在说是 {now}（{q}），不再是 {was}（{p}）</translation>
    </message>
    <message>
        <source>{net} still says {now} ({q})</source>
        <translation>{net}仍说是 {now}（{q}）</translation>
    </message>
    <message>
        <source>{net} still says {now} ({p} → {q})</source>
        <translation>{net}仍说是 {now}（{p} → {q}）</translation>
    </message>
    <message>
        <source>of {n} images</source>
        <translation>{n} 张图</translation>
    </message>
    <message>
        <source>of {n} points</source>
        <translation>{n} 个点</translation>
    </message>
    <message>
        <source>Right: {a} {on}.</source>
        <translation>{on}答对 {a}。</translation>
    </message>
    <message>
        <source>Right: {a} {on}, as before.</source>
        <translation>{on}答对 {a}，和原来一样。</translation>
    </message>
    <message>
        <source>Right: {a} → {b} {on}; no class is spared.</source>
        <translation>{on}答对 {a} → {b}；没有一类幸免。</translation>
    </message>
    <message>
        <source>Right: {a} → {b} {on}; {who} gain most ({was} → {now}).</source>
        <translation>{on}答对 {a} → {b}；获益最大的是{who}（{was} → {now}）。</translation>
    </message>
    <message>
        <source>Right: {a} → {b} {on}; {who} suffer most ({was} → {now}).</source>
        <translation>{on}答对 {a} → {b}；受损最重的是{who}（{was} → {now}）。</translation>
    </message>
    <message>
        <source>points of class {k}</source>
        <translation>类别 {k} 的点</translation>
    </message>
    <message>
        <source>To find out what a part is good for, take it out and look at what fails. Every unit of the net can be switched off, held at a value or boosted, every weight and bias can be changed; the answer is there at once, and all test images are judged anew.</source>
        <translation>想知道一个部件有什么用，就把它拿掉，看什么会出错。网络的每个神经元都可以关闭、钳制在某个值或放大，每个权重和偏置都可以修改；答案立刻就有，所有测试图也会重新评判。</translation>
    </message>
    <message>
        <source>Switch off half of a layer at random</source>
        <translation>随机关掉一层的一半</translation>
    </message>
    <message>
        <source>Boost a whole layer three times</source>
        <translation>把整层放大三倍</translation>
    </message>
    <message>
        <source>Move one edge of the three-unit net</source>
        <translation>挪动三神经元网络的一条边</translation>
    </message>
    <message>
        <source>Most single units hardly matter: what one has learned, others know as well. Removed in the order of their activity, the weakest can go by the dozen; of the strongest a few are enough to ruin it. And what breaks is rarely everything: some digits live on units that others do not need.</source>
        <translation>大多数单个神经元无足轻重：一个学到的，别的也会。按活跃程度依次拿掉，最弱的可以成打地去掉；最强的只要少几个，网络就毁了。而且坏掉的很少是全部：有些数字依靠的神经元，别的数字并不需要。</translation>
    </message>
</context>
<context>
    <name>SwarmView</name>
    <message>
        <source>The losses appear here, one curve a net.</source>
        <translation>损失会出现在这里，每个网络一条曲线。</translation>
    </message>
    <message>
        <source>lowest</source>
        <translation>最低</translation>
    </message>
    <message>
        <source>highest</source>
        <translation>最高</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Losses of all nets</source>
        <translation>所有网络的损失</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>at random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>least active first</source>
        <translation>先去最不活跃的</translation>
    </message>
    <message>
        <source>most active first</source>
        <translation>先去最活跃的</translation>
    </message>
    <message>
        <source>units off in {layer}</source>
        <translation>{layer}关闭的神经元数</translation>
    </message>
    <message>
        <source>right answers</source>
        <translation>答对的比例</translation>
    </message>
    <message>
        <source>Right answers against units that are off</source>
        <translation>答对的比例随关闭的神经元数变化</translation>
    </message>
    <message>
        <source>Measure {layer}</source>
        <translation>测量{layer}</translation>
    </message>
    <message>
        <source>How much can go before it fails? Measure it, layer by layer.</source>
        <translation>拿掉多少才会出错？逐层测一测。</translation>
    </message>
    <message>
        <source>There is nothing to measure this net with: its task is not known.</source>
        <translation>无从测量这个网络：不知道它的任务。</translation>
    </message>
    <message>
        <source>Measured on all {total} test images.</source>
        <translation>已在全部 {total} 张测试图上测完。</translation>
    </message>
    <message>
        <source>Measured on all {total} points.</source>
        <translation>已在全部 {total} 个点上测完。</translation>
    </message>
    <message>
        <source>Stopped after {n} of {total}.</source>
        <translation>停在第 {n} 个，共 {total} 个。</translation>
    </message>
    <message>
        <source>Measuring: {n} of {total} …</source>
        <translation>正在测量：{n}/{total}……</translation>
    </message>
    <message>
        <source>Switches off more and more units of the layer of the cursor, in three orders</source>
        <translation>按三种顺序，把光标所在层的神经元越关越多</translation>
    </message>
</context>
<context>
    <name>TaskConfig</name>
    <message>
        <source>Examples</source>
        <translation>样例数</translation>
    </message>
    <message>
        <source>How many there are in all, at most</source>
        <translation>总共最多有多少个样例</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Points: how far they are moved, as a deviation. Pictures: the deviation of a pixel. Values: the deviation as a share of their own</source>
        <translation>点：移动的距离（标准差）。图像：像素的标准差。数值：相对于自身标准差的比例</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>类别数</translation>
    </message>
    <message>
        <source>How many kinds are to be told apart</source>
        <translation>要区分多少个类别</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Each class has this share of the examples of the class before it: 1 is balanced, 0.05 is one in twenty</source>
        <translation>每个类别的样例数是前一类别的这么多倍：1 表示均衡，0.05 表示二十比一</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>错误标签</translation>
    </message>
    <message>
        <source>This share of the training labels is handed round; 1: all of them are shuffled</source>
        <translation>这一比例的训练标签被互相调换；1：全部打乱</translation>
    </message>
    <message>
        <source>Learn the test too</source>
        <translation>测试集泄漏</translation>
    </message>
    <message>
        <source>A mistake that is often made: the test examples are among those learned from</source>
        <translation>常犯的错误：测试样例混进了训练样例</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Share of all examples by which settings are chosen while it learns</source>
        <translation>学习过程中用来选择设置的样例所占比例</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Share of all examples that are looked at once, in the end</source>
        <translation>只在最后看一次的样例所占比例</translation>
    </message>
</context>
<context>
    <name>TaskMore</name>
    <message>
        <source>Draw other examples</source>
        <translation>另取一批样例</translation>
    </message>
    <message>
        <source>The same task with other points, and cut up in another way</source>
        <translation>同样的任务，换一批点，划分也不同</translation>
    </message>
    <message>
        <source>Whatever changes here begins the training anew.</source>
        <translation>这里的任何改动都会让训练重新开始。</translation>
    </message>
</context>
<context>
    <name>TaskNames</name>
    <message>
        <source>Rings</source>
        <translation>圆环</translation>
    </message>
    <message>
        <source>XOR</source>
        <translation>异或</translation>
    </message>
    <message>
        <source>Spirals</source>
        <translation>螺旋</translation>
    </message>
    <message>
        <source>Moons</source>
        <translation>月牙</translation>
    </message>
    <message>
        <source>Blobs</source>
        <translation>团块</translation>
    </message>
    <message>
        <source>Nearest of 3</source>
        <translation>最近三点</translation>
    </message>
    <message>
        <source>Sine</source>
        <translation>正弦</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>台阶</translation>
    </message>
    <message>
        <source>Bumps</source>
        <translation>鼓包</translation>
    </message>
    <message>
        <source>Parabola</source>
        <translation>抛物线</translation>
    </message>
    <message>
        <source>Slope</source>
        <translation>斜面</translation>
    </message>
    <message>
        <source>Hills</source>
        <translation>山丘</translation>
    </message>
    <message>
        <source>Three levels</source>
        <translation>三个水平</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>Painted</source>
        <translation>手绘</translation>
    </message>
    <message>
        <source>Rings around each other: no straight line parts them.</source>
        <translation>相互环绕的圆环：没有直线能把它们分开。</translation>
    </message>
    <message>
        <source>Opposite quarters belong together: the task that a single layer cannot learn.</source>
        <translation>对角的两块属于同一类：单层网络学不会的任务。</translation>
    </message>
    <message>
        <source>Arms wound around each other: hard, although two numbers say all.</source>
        <translation>相互缠绕的旋臂：虽然只有两个数，却很难。</translation>
    </message>
    <message>
        <source>Two half circles that reach into each other.</source>
        <translation>两个互相嵌入的半圆。</translation>
    </message>
    <message>
        <source>Clouds that lie apart: 2 to 10 of them, and straight lines nearly do.</source>
        <translation>彼此分开的点云，2 到 10 个，几乎用直线就能分开。</translation>
    </message>
    <message>
        <source>Which of three points is nearest: attractors, as in Wolfram’s book.</source>
        <translation>三个点中哪个最近：即沃尔弗拉姆书中的吸引子。</translation>
    </message>
    <message>
        <source>A wave: one number in, one number out.</source>
        <translation>一条波：输入一个数，输出一个数。</translation>
    </message>
    <message>
        <source>Three levels: smooth units have to make jumps.</source>
        <translation>三个水平：平滑的单元必须做出跳跃。</translation>
    </message>
    <message>
        <source>The sum of three bumps: each takes some units.</source>
        <translation>三个鼓包之和：每个都要用去一些单元。</translation>
    </message>
    <message>
        <source>A parabola in noise: how much of the noise will be learned?</source>
        <translation>噪声中的抛物线：噪声会被学进去多少？</translation>
    </message>
    <message>
        <source>A tilted plane: a single unit is enough.</source>
        <translation>一个倾斜的平面：一个单元就够了。</translation>
    </message>
    <message>
        <source>Two hills and a hollow: a height for each place.</source>
        <translation>两座山丘和一个洼地：每个位置都有一个高度。</translation>
    </message>
    <message>
        <source>−1, 0 or 1 by the nearest of three points: the function in Wolfram’s book.</source>
        <translation>按三个点中最近的一个取 −1、0 或 1：沃尔弗拉姆书中的函数。</translation>
    </message>
    <message>
        <source>60,000 handwritten digits to learn from and 10,000 to test on: MNIST.</source>
        <translation>MNIST：60,000 个手写数字用于训练，10,000 个用于测试。</translation>
    </message>
    <message>
        <source>Points that you paint yourself, of up to ten classes.</source>
        <translation>自己画的点，最多十个类别。</translation>
    </message>
</context>
<context>
    <name>TaskPanel</name>
    <message>
        <source>open examples of your own</source>
        <translation>打开自己的样例</translation>
    </message>
    <message>
        <source>Enter, Del</source>
        <translation>回车、Del</translation>
    </message>
    <message>
        <source>paint a point, or take it away</source>
        <translation>画一个点，或擦去它</translation>
    </message>
</context>
<context>
    <name>TaskShowcase</name>
    <message>
        <source>Two spirals</source>
        <translation>两条螺旋</translation>
    </message>
    <message>
        <source>Two numbers say all, and no line parts them. How many units will it take?</source>
        <translation>两个数就说明了一切，却没有直线能分开它们。需要多少个单元？</translation>
    </message>
    <message>
        <source>All the digits</source>
        <translation>全部数字</translation>
    </message>
    <message>
        <source>The nearest of 4,000 examples is right for 92 %. Is a net worth its while?</source>
        <translation>照 4,000 个样例中最近的一个回答，就有 92 % 正确。网络值得一用吗？</translation>
    </message>
    <message>
        <source>The test is learned too</source>
        <translation>测试集也学了</translation>
    </message>
    <message>
        <source>The test says 100 %, validation does not. Which of them do you believe?</source>
        <translation>测试显示 100 %，验证却不是。你相信哪一个？</translation>
    </message>
    <message>
        <source>All labels shuffled</source>
        <translation>标签全部打乱</translation>
    </message>
    <message>
        <source>The points say nothing any more. Will the training loss fall all the same?</source>
        <translation>点已不再说明任何问题。训练损失还会下降吗？</translation>
    </message>
    <message>
        <source>One in twenty</source>
        <translation>二十比一</translation>
    </message>
    <message>
        <source>Saying always the same is right for 95 %. What is a net at 95 % worth?</source>
        <translation>总说同一个答案就有 95 % 正确。达到 95 % 的网络有什么价值？</translation>
    </message>
    <message>
        <source>Twenty examples</source>
        <translation>二十个样例</translation>
    </message>
    <message>
        <source>Three classes from a dozen points: what will it believe in between?</source>
        <translation>三个类别，只有十几个点：在点与点之间它会相信什么？</translation>
    </message>
    <message>
        <source>Drowned in noise</source>
        <translation>淹没在噪声中</translation>
    </message>
    <message>
        <source>The best that can be done is far below 100 %: how would you know?</source>
        <translation>最好的结果也远低于 100 %：你怎么知道呢？</translation>
    </message>
    <message>
        <source>A noisy parabola</source>
        <translation>带噪声的抛物线</translation>
    </message>
    <message>
        <source>36 points and a net with hundreds of knobs: which curve will it draw?</source>
        <translation>36 个点和有几百个旋钮的网络：它会画出哪条曲线？</translation>
    </message>
    <message>
        <source>Wolfram’s function</source>
        <translation>沃尔弗拉姆的函数</translation>
    </message>
    <message>
        <source>−1, 0, 1 by the nearest point: how small may the net be that learns it?</source>
        <translation>按最近的点取 −1、0、1：能学会它的网络可以有多小？</translation>
    </message>
</context>
<context>
    <name>TaskUsual</name>
    <message>
        <source>Weights start</source>
        <translation>权重的起点</translation>
    </message>
    <message>
        <source>For another task, these are as usual again: {names}.</source>
        <translation>换了任务，以下几项恢复默认：{names}。</translation>
    </message>
</context>
<context>
    <name>TaskView</name>
    <message>
        <source>Training example {i}, labelled {name}</source>
        <translation>第 {i} 个训练样例，标签为 {name}</translation>
    </message>
    <message>
        <source>Examples to learn from</source>
        <translation>训练样例</translation>
    </message>
</context>
<context>
    <name>TaskWords</name>
    <message>
        <source>class {k}</source>
        <translation>第 {k} 类</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>From these the net learns, and from no others.</source>
        <translation>网络只从这些样例中学习。</translation>
    </message>
    <message>
        <source>By these settings are chosen while it learns; it never learns from them.</source>
        <translation>学习过程中用这些样例来选择设置；网络从不从中学习。</translation>
    </message>
    <message>
        <source>These are asked once, in the end, when all has been chosen.</source>
        <translation>一切都选定之后，最后才用这些样例测试一次。</translation>
    </message>
    <message>
        <source>x = {x}</source>
        <translation>x = {x}</translation>
    </message>
    <message>
        <source>x = {x}, y = {y}</source>
        <translation>x = {x}，y = {y}</translation>
    </message>
    <message>
        <source>value {y}</source>
        <translation>值 {y}</translation>
    </message>
    <message>
        <source>{where}: {what} ({part})</source>
        <translation>{where}：{what}（{part}）</translation>
    </message>
    <message>
        <source>{name}, {part}: {n} of {total} = {share}</source>
        <translation>{name}，{part}：{total} 个中的 {n} 个 = {share}</translation>
    </message>
    <message>
        <source>{part}: {n} of {total} = {share}</source>
        <translation>{part}：{total} 个中的 {n} 个 = {share}</translation>
    </message>
    <message>
        <source>Those to test on are among them, and counted here too.</source>
        <translation>测试样例也混在其中，并计入这里。</translation>
    </message>
    <message>
        <source>Without a net: the value of the nearest example explains {near} of the variance.</source>
        <translation>不用网络：最近样例的值可以解释方差的 {near}。</translation>
    </message>
    <message>
        <source>Without a net: always the most frequent answer is right for {most}, that of the nearest example for {near}.</source>
        <translation>不用网络：总给出最常见的答案，正确率 {most}；照最近的样例回答，正确率 {near}。</translation>
    </message>
    <message>
        <source>1 − (mean squared error) / (variance), of {n} validation examples: {near}; of the test examples: {test}.</source>
        <translation>1 −（均方误差）/（方差），在 {n} 个验证样例上为 {near}，在测试样例上为 {test}。</translation>
    </message>
    <message>
        <source>Each of {n} validation examples gets the label of the training example that is nearest to it: {near} right. Of the test examples: {test}. A net that does no better has learned nothing else.</source>
        <translation>{n} 个验证样例各取离它最近的训练样例的标签：正确率 {near}。测试样例：{test}。如果网络不比这更好，它就没有学到别的东西。</translation>
    </message>
    <message>
        <source>{name}: {k} classes to be told apart, from {n} examples; {valid} more for validation, and {test} for the test in the end.</source>
        <translation>{name}：用 {n} 个样例学习区分 {k} 个类别；另有 {valid} 个用于验证，{test} 个留到最后测试。</translation>
    </message>
    <message>
        <source>{name}: a value to be told, learned from {n} examples; {valid} more for validation, and {test} for the test in the end.</source>
        <translation>{name}：用 {n} 个样例学习给出一个数值；另有 {valid} 个用于验证，{test} 个留到最后测试。</translation>
    </message>
    <message>
        <source>{name}: these examples cannot be learned yet.</source>
        <translation>{name}：这些样例还不能用来学习。</translation>
    </message>
    <message>
        <source>{name}: the examples are being made, in 1 or 2 seconds at most.</source>
        <translation>{name}：正在准备样例，最多 1 到 2 秒。</translation>
    </message>
    <message>
        <source>{name}: the {test} of the test are learned too. The nearest example knows {near} of them, and {new} of those that are really new.</source>
        <translation>{name}：{test} 个测试样例也参与了训练。最近的样例能答对其中的 {near}，而对真正没见过的样例只有 {new}。</translation>
    </message>
    <message>
        <source>A net learns from examples and from nothing else. Filled points are learned from. Hollow ones are kept aside: one part to choose settings by while it learns (validation), one to be asked once, in the end (test). What is wrong with the examples will be wrong with the net; here it can be made wrong on purpose.</source>
        <translation>网络只从样例中学习，别无其他来源。实心点用于训练；空心点留在一边：一部分在学习过程中用来选择设置（验证），另一部分只在最后问一次（测试）。样例有什么毛病，网络就会有什么毛病；在这里可以故意制造毛病。</translation>
    </message>
    <message>
        <source>Shuffle all labels: can a net learn what is not there?</source>
        <translation>打乱全部标签：网络能学会并不存在的规律吗？</translation>
    </message>
    <message>
        <source>Let it learn the test: the best result, and worth nothing</source>
        <translation>让它把测试样例也学了：成绩最好，却毫无价值</translation>
    </message>
    <message>
        <source>Paint a task of your own, and see whether a net can learn it</source>
        <translation>自己画一个任务，看看网络能不能学会</translation>
    </message>
    <message>
        <source>Below stands what is reached without a net. With one class in twenty, saying always the other is right for 95 %: a net that reaches 95 % there has learned nothing. The net follows the task: its first and its last layer are fitted, those between stay if they can.</source>
        <translation>下方写着不用网络能达到什么水平。如果一个类别只占二十分之一，总是回答另一类也有 95 % 正确：在那里达到 95 % 的网络什么也没学到。网络会随任务调整：首层和末层与任务适配，中间各层尽可能保留。</translation>
    </message>
</context>
<context>
    <name>TemplateGrid</name>
    <message>
        <source>linear model: its weights</source>
        <translation>线性模型：它的权重</translation>
    </message>
    <message>
        <source>linear model: weights × drawing</source>
        <translation>线性模型：权重 × 手写图</translation>
    </message>
    <message>
        <source>Ten pictures of weights</source>
        <translation>十幅权重图</translation>
    </message>
    <message>
        <source>Orange: ink here speaks for the digit; blue: against it. The sum is its score.</source>
        <translation>橙色：此处有墨迹支持这个数字；蓝色：反对。总和就是它的得分。</translation>
    </message>
</context>
<context>
    <name>TermsView</name>
    <message>
        <source>The sum, term by term</source>
        <translation>逐项相加的和</translation>
    </message>
</context>
<context>
    <name>TestImages</name>
    <message>
        <source>The test images cannot be read; the log tells why.</source>
        <translation>无法读取测试图片；原因见日志。</translation>
    </message>
    <message>
        <source>Loading the test images …</source>
        <translation>正在加载测试图片…</translation>
    </message>
    <message>
        <source>Stopped before the first image.</source>
        <translation>还没判断第一张就停下了。</translation>
    </message>
    <message>
        <source>Stopped after {k} of {n} test images.</source>
        <translation>已停止：判断了 {n} 张测试图片中的 {k} 张。</translation>
    </message>
    <message>
        <source>Judging {n} test images: {k} so far …</source>
        <translation>正在判断 {n} 张测试图片：已完成 {k} 张…</translation>
    </message>
    <message>
        <source>Right on {share} % of {n} test images; wrong on {wrong}.</source>
        <translation>{n} 张测试图片：对 {share}&#x202f;%，错 {wrong} 张。</translation>
    </message>
    <message>
        <source>Test image</source>
        <translation>测试图片</translation>
    </message>
    <message>
        <source>Number of the test image</source>
        <translation>测试图片的编号</translation>
    </message>
    <message>
        <source>One of 10,000 images that no net here has learnt from, by its number</source>
        <translation>10,000 张测试图片之一，按编号选取；这里的网络都没有学过它们</translation>
    </message>
    <message>
        <source>Any test image</source>
        <translation>随便一张测试图片</translation>
    </message>
    <message>
        <source>Next one it gets wrong</source>
        <translation>下一张认错的</translation>
    </message>
    <message>
        <source>Shows the next test image that this net mistakes for another digit</source>
        <translation>显示这个网络认错的下一张测试图片</translation>
    </message>
</context>
<context>
    <name>Toast</name>
    <message>
        <source>Show log</source>
        <translation>查看日志</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>TrainingLines</name>
    <message>
        <source>Line {n}</source>
        <translation>第 {n} 线</translation>
    </message>
</context>
<context>
    <name>TrainingTabs</name>
    <message>
        <source>Learn</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>一步</translation>
    </message>
    <message>
        <source>Many</source>
        <translation>多次</translation>
    </message>
</context>
<context>
    <name>TrainingWords</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>{why} Other examples are there instead. To say where it is, choose it once more on the page Task.</source>
        <translation>{why}现在先用别的样例；要指出它在哪里，请在“任务”页再选一次。</translation>
    </message>
    <message>
        <source>{file} has changed since then: it is learned as it is now.</source>
        <translation>{file} 自那以后改过：按它现在的内容学习。</translation>
    </message>
    <message>
        <source>{file} has changed: the chosen columns cannot be used any more, so others are.</source>
        <translation>{file} 改过：原先选的列已不能用，改用了别的列。</translation>
    </message>
    <message>
        <source>The data of the last task came out of a run and is not kept. Other examples are there instead.</source>
        <translation>上次任务的数据来自一份训练记录，没有单独保存；现在先用别的样例。</translation>
    </message>
    <message>
        <source>{file} holds the same examples as {name}: that is chosen.</source>
        <translation>{file} 中的样本与 {name} 相同，已选用后者。</translation>
    </message>
</context>
<context>
    <name>Transport</name>
    <message>
        <source>Restart</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>One step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>时间轴</translation>
    </message>
    <message>
        <source>Drag to see any moment</source>
        <translation>拖动可查看任一时刻</translation>
    </message>
    <message>
        <source>full speed</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>{speed} steps/s</source>
        <translation>{speed} 步/秒</translation>
    </message>
    <message>
        <source>{speed} stages/s</source>
        <translation>{speed} 阶段/秒</translation>
    </message>
    <message>
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
    </message>
    <message>
        <source>stage {step}</source>
        <translation>第 {step} 阶段</translation>
    </message>
</context>
<context>
    <name>TurnWords</name>
    <message>
        <source>layer rate</source>
        <translation>层学习率</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>on</source>
        <translation>开</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>layer {i} × {factor}</source>
        <translation>第 {i} 层 × {factor}</translation>
    </message>
    <message>
        <source>branch of {line}</source>
        <translation>{line} 的分支</translation>
    </message>
</context>
<context>
    <name>TypingBox</name>
    <message>
        <source>Number</source>
        <translation>数字</translation>
    </message>
</context>
<context>
    <name>UnitDetail</name>
    <message>
        <source>give it a name</source>
        <translation>给它起个名字</translation>
    </message>
    <message>
        <source>Name of the unit</source>
        <translation>神经元的名字</translation>
    </message>
    <message>
        <source>What you think this unit is for; the name stays with the net</source>
        <translation>你认为这个神经元管什么；名字会一直跟着这个网络</translation>
    </message>
    <message>
        <source>Make it again, from other noise</source>
        <translation>从另一片噪声重新合成</translation>
    </message>
    <message>
        <source>Excite it most</source>
        <translation>最能激发它的</translation>
    </message>
    <message>
        <source>Averages by class</source>
        <translation>各类的平均值</translation>
    </message>
    <message>
        <source>An input made to excite the unit</source>
        <translation>为激发该神经元而合成的输入</translation>
    </message>
    <message>
        <source>The weights of the unit</source>
        <translation>神经元的权重</translation>
    </message>
    <message>
        <source>Orange speaks for it, blue against it. Where other layers lie between, this is its gradient, averaged over the images that excite it most.</source>
        <translation>橙色支持它，蓝色反对它。中间隔着别的层时，这里是它的梯度，对最能激发它的图片取平均。</translation>
    </message>
    <message>
        <source>An input made to excite it will appear here.</source>
        <translation>为激发它而合成的输入会出现在这里。</translation>
    </message>
    <message>
        <source>What it says everywhere, up to ±{v}; ringed: where it says most.</source>
        <translation>它在各处的激活值，最大 ±{v}；圈出的是激活值最大的点。</translation>
    </message>
    <message>
        <source>Click to put your point there</source>
        <translation>点击就把你的点放到那里</translation>
    </message>
    <message>
        <source>Click to lay it before the net</source>
        <translation>点击就放到网络面前</translation>
    </message>
    <message>
        <source>No step raises it from {v}: its gradient is 0.</source>
        <translation>哪一步都不能让它高于 {v}：梯度为 0。</translation>
    </message>
    <message>
        <source>No input can be made for it.</source>
        <translation>无法为它合成输入。</translation>
    </message>
    <message>
        <source>Its gradient is not a number: no step leads anywhere.</source>
        <translation>它的梯度不是数：哪一步都走不通。</translation>
    </message>
    <message>
        <source>Being made for it: {v} after {n} steps …</source>
        <translation>正在为它合成：{n} 步后 {v} …</translation>
    </message>
    <message>
        <source>Made for it: {v}, which the best example gives as well.</source>
        <translation>为它合成：{v}，最好的例子也有这么多。</translation>
    </message>
    <message>
        <source>Made for it: {v}. The best example gives {best}.</source>
        <translation>为它合成：{v}。最好的例子只有 {best}。</translation>
    </message>
    <message>
        <source>Made for it: {v}, and yet the best example gives {best}.</source>
        <translation>为它合成：{v}；而最好的例子有 {best}。</translation>
    </message>
    <message>
        <source>This layer has no weights to look at.</source>
        <translation>这一层没有权重可看。</translation>
    </message>
    <message>
        <source>What they come to is not a number.</source>
        <translation>算出来的不是数。</translation>
    </message>
    <message>
        <source>Its weights, one for each pixel.</source>
        <translation>它的权重，每个像素一个。</translation>
    </message>
    <message>
        <source>What its weights come to at the pixels.</source>
        <translation>它的权重归到各像素上的效果。</translation>
    </message>
    <message>
        <source>Its kernels, one for each of the {n} maps it reads.</source>
        <translation>它的卷积核，每张输入特征图一个，共 {n} 个。</translation>
    </message>
    <message>
        <source>Its kernel: what it looks for at every place.</source>
        <translation>它的卷积核：在每个位置寻找的东西。</translation>
    </message>
    <message>
        <source>Its weights, one for each of {n} inputs.</source>
        <translation>它的权重，{n} 个输入各一个。</translation>
    </message>
    <message>
        <source>{text} Up to ±{v}.</source>
        <translation>{text}最大 ±{v}。</translation>
    </message>
    <message>
        <source>Average for each class; below: accuracy without it, in points</source>
        <translation>每一类的平均激活值；下方：去掉它后正确率的增减（百分点）</translation>
    </message>
    <message>
        <source>Average for each class</source>
        <translation>每一类的平均激活值</translation>
    </message>
    <message>
        <source>All examples excite it alike.</source>
        <translation>所有例子对它的激发都一样。</translation>
    </message>
    <message>
        <source>What it says is no number that could be compared.</source>
        <translation>它给出的不是数，无法比较。</translation>
    </message>
</context>
<context>
    <name>UnitGrid</name>
    <message>
        <source>Units</source>
        <translation>神经元</translation>
    </message>
</context>
<context>
    <name>UnitInspector</name>
    <message>
        <source>Choose a unit</source>
        <translation>选择一个神经元</translation>
    </message>
    <message>
        <source>Click a unit in the picture, or drag a frame around some. A double click cuts.</source>
        <translation>点击图中的神经元，或拖出方框框住几个。双击即关闭。</translation>
    </message>
    <message>
        <source>Signs: × off, = held, ↑ more, ↓ less or turned round, a folded corner: edited.</source>
        <translation>标记：× 关闭，= 钳制，↑ 放大，↓ 减小或反号，折角：参数已修改。</translation>
    </message>
    <message>
        <source>What you choose is done to all of them at once.</source>
        <translation>所选的操作会同时施加于它们全部。</translation>
    </message>
    <message>
        <source>Its incoming weights: drag the bars.</source>
        <translation>它的输入权重：拖动条形。</translation>
    </message>
    <message>
        <source>Its incoming weights: paint to raise them, right button to lower.</source>
        <translation>它的输入权重：涂抹增大，右键减小。</translation>
    </message>
    <message>
        <source>As it is</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>钳制</translation>
    </message>
    <message>
        <source>Boosted</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Double-click to reset.</source>
        <translation>双击复位。</translation>
    </message>
    <message>
        <source>Held at</source>
        <translation>钳制在</translation>
    </message>
    <message>
        <source>The value it gives, whatever comes in</source>
        <translation>不论输入什么，它都给出这个值</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>乘以</translation>
    </message>
    <message>
        <source>What it gives is multiplied by this; below zero it turns round</source>
        <translation>它的输出乘以这个数；小于零则反号</translation>
    </message>
    <message>
        <source>bias</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>shift</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Added to the weighted sum</source>
        <translation>加到加权和上</translation>
    </message>
    <message>
        <source>What the normalised sum is multiplied by</source>
        <translation>归一化后的和乘以这个数</translation>
    </message>
    <message>
        <source>Added to the normalised sum</source>
        <translation>加到归一化后的和上</translation>
    </message>
    <message>
        <source>As learned</source>
        <translation>恢复学到的值</translation>
    </message>
    <message>
        <source>Gives this unit the weights and the bias back that it has learned</source>
        <translation>把这个神经元学到的权重和偏置还给它</translation>
    </message>
</context>
<context>
    <name>UnitNamesKeeper</name>
    <message>
        <source>It is kept as {name}, and a new list is begun.</source>
        <translation>它已另存为 {name}，并新建了一份列表。</translation>
    </message>
</context>
<context>
    <name>UnitPicker</name>
    <message>
        <source>Units of the layer</source>
        <translation>这一层的神经元</translation>
    </message>
</context>
<context>
    <name>UnitsConfig</name>
    <message>
        <source>Like a digit</source>
        <translation>像数字的程度</translation>
    </message>
    <message>
        <source>How strictly the picture made for a unit is blurred and held to pixels that digits use; at 0 it may be any noise that excites the unit</source>
        <translation>为神经元合成的图片要多严格地模糊化，并限制在数字常用的像素上；取 0 时，任何能激发该神经元的噪声都可以</translation>
    </message>
    <message>
        <source>Of a map</source>
        <translation>特征图取值</translation>
    </message>
    <message>
        <source>What counts of a map that a convolution makes: the mean of all of it, or its middle value</source>
        <translation>卷积产生的特征图以什么为准：整张的平均值，还是正中间的值</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>middle</source>
        <translation>正中</translation>
    </message>
</context>
<context>
    <name>UnitsPicture</name>
    <message>
        <source>The units of the net</source>
        <translation>网络的神经元</translation>
    </message>
    <message>
        <source>This net has no units to cut.</source>
        <translation>这个网络没有可以干预的神经元。</translation>
    </message>
</context>
<context>
    <name>UnitsShowcase</name>
    <message>
        <source>A layer of tastes</source>
        <translation>各有所好的一层</translation>
    </message>
    <message>
        <source>The 3 it dreams of</source>
        <translation>它梦想中的 3</translation>
    </message>
    <message>
        <source>Noise beats every 3</source>
        <translation>噪声胜过所有的 3</translation>
    </message>
    <message>
        <source>Eight kernels</source>
        <translation>八个卷积核</translation>
    </message>
    <message>
        <source>Pieces of a spiral</source>
        <translation>螺旋的碎片</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死亡神经元</translation>
    </message>
    <message>
        <source>Saturated units</source>
        <translation>饱和神经元</translation>
    </message>
    <message>
        <source>The CNN&apos;s last hidden layer, the most selective units first</source>
        <translation>CNN 的最后一个隐藏层，选择性最强的神经元在前</translation>
    </message>
    <message>
        <source>An input made for the CNN&apos;s answer 3: no test image pleases it as much</source>
        <translation>为 CNN 的答案 3 合成的输入：没有一张测试图片能让它这么满意</translation>
    </message>
    <message>
        <source>Nothing holds the picture to what digits look like: it excites the unit for 3 more than any 3</source>
        <translation>图片不必像数字：它比任何一个 3 都更能激发代表 3 的神经元</translation>
    </message>
    <message>
        <source>Strokes and edges; without the right one a sixth of the answers is lost</source>
        <translation>笔画与边缘；去掉关键的一个，就会答错六分之一</translation>
    </message>
    <message>
        <source>What 16 units say all over the plane: none knows the spiral, all do</source>
        <translation>16 个神经元在整个平面上的激活值：没有一个懂得螺旋，合起来就懂了</translation>
    </message>
    <message>
        <source>Most are silent for every test image: nothing is lost without them</source>
        <translation>大多数对所有测试图片都沉默：去掉它们什么也不会损失</translation>
    </message>
    <message>
        <source>At 0 or 1 for almost every image: without them only a constant is lost</source>
        <translation>对几乎所有图片都是 0 或 1：去掉它们，损失的只是一个常数</translation>
    </message>
</context>
<context>
    <name>UnitsTips</name>
    <message>
        <source>No example of class {k} has come.</source>
        <translation>第 {k} 类还没有例子。</translation>
    </message>
    <message>
        <source>Class {k}: the sum of what it says, {sum}, over {n} examples = {mean}</source>
        <translation>第 {k} 类：激活值总和 {sum} ÷ {n} 个例子 = {mean}</translation>
    </message>
    <message>
        <source>Right of this class: {a} of {n} ({p}), without the unit {b} ({q})</source>
        <translation>这一类答对 {a} / {n}（{p}），去掉该神经元答对 {b}（{q}）</translation>
    </message>
    <message>
        <source>Selectivity = (m − r) / (m + r) = ({m} − {r}) / ({m} + {r}) = {s}</source>
        <translation>选择性 = (m − r) / (m + r) = ({m} − {r}) / ({m} + {r}) = {s}</translation>
    </message>
    <message>
        <source>both counted from the lowest value seen, {low}</source>
        <translation>两者都从见过的最小值 {low} 算起</translation>
    </message>
    <message>
        <source>Average: the sum of what it says, {sum}, over {n} = {mean}</source>
        <translation>平均：激活值总和 {sum} ÷ {n} = {mean}</translation>
    </message>
    <message>
        <source>Above 0: {k} of {n} = {p}</source>
        <translation>大于 0：{k} / {n} = {p}</translation>
    </message>
    <message>
        <source>Accuracy without it: ({b} − {a}) / {n} = {d} points</source>
        <translation>去掉它的正确率变化：({b} − {a}) / {n} = {d} 个百分点</translation>
    </message>
    <message>
        <source>Begun at the example that excites it most, where it says {a}; {n} steps up</source>
        <translation>从最能激发它的例子开始，那里给出 {a}；向上走了 {n} 步</translation>
    </message>
    <message>
        <source>Begun at faint noise, where it says {a}; {n} steps up its gradient</source>
        <translation>从微弱的噪声开始，那里给出 {a}；沿梯度向上走了 {n} 步</translation>
    </message>
    <message>
        <source>Never more ink than nine of ten test images have; now √Σx² = {l}</source>
        <translation>墨色始终不超过九成的测试图片；现在 √Σx² = {l}</translation>
    </message>
    <message>
        <source>average {v}, largest {m}, above 0 in {p}</source>
        <translation>平均 {v}，最大 {m}，{p} 大于 0</translation>
    </message>
    <message>
        <source>most for class {k}, selectivity {s}</source>
        <translation>最偏爱第 {k} 类，选择性 {s}</translation>
    </message>
    <message>
        <source>right without it: {b} of {n}, with it {a}</source>
        <translation>去掉它答对 {b} / {n}，有它答对 {a}</translation>
    </message>
    <message>
        <source>{n} inputs times its weights: {sum}; plus b = {b}: {z}</source>
        <translation>{n} 个输入乘以权重：{sum}；加上 b = {b}：{z}</translation>
    </message>
    <message>
        <source>through {f}: {v}</source>
        <translation>经过 {f}：{v}</translation>
    </message>
    <message>
        <source>the middle of its map of {h} × {w}: {v}</source>
        <translation>它的 {h} × {w} 特征图正中的值：{v}</translation>
    </message>
    <message>
        <source>the mean of its map of {h} × {w}: {v}; the largest there is {m}</source>
        <translation>它的 {h} × {w} 特征图的平均值：{v}；其中最大的是 {m}</translation>
    </message>
    <message>
        <source>the unit says {v}</source>
        <translation>神经元给出 {v}</translation>
    </message>
    <message>
        <source>Click to lay it before the net.</source>
        <translation>点击就放到网络面前。</translation>
    </message>
    <message>
        <source>Test image {i}, a {k}</source>
        <translation>测试图片 {i}，是 {k}</translation>
    </message>
    <message>
        <source>Point ({x}), class {k}</source>
        <translation>点（{x}），第 {k} 类</translation>
    </message>
    <message>
        <source>Input ({x})</source>
        <translation>输入（{x}）</translation>
    </message>
    <message>
        <source>Weight of the pixel in row {r}, column {c}: {v}</source>
        <translation>第 {r} 行第 {c} 列像素的权重：{v}</translation>
    </message>
    <message>
        <source>One more unit of ink in row {r}, column {c} changes the sum before f by {v}, on average over the images that excite it most</source>
        <translation>第 {r} 行第 {c} 列的墨色每增加 1，f 之前的和改变 {v}（对最能激发它的图片取平均）</translation>
    </message>
    <message>
        <source>Ink in row {r}, column {c}: {v}</source>
        <translation>第 {r} 行第 {c} 列的墨色：{v}</translation>
    </message>
    <message>
        <source>Kernel for map {i}, row {r}, column {c}: {v}</source>
        <translation>对应特征图 {i} 的卷积核，第 {r} 行第 {c} 列：{v}</translation>
    </message>
    <message>
        <source>At this place of the plane the unit says {v}</source>
        <translation>在平面的这一点，神经元给出 {v}</translation>
    </message>
    <message>
        <source>Weight of input {i}: {v}</source>
        <translation>输入 {i} 的权重：{v}</translation>
    </message>
    <message>
        <source>Number {i}: {v}</source>
        <translation>第 {i} 个数：{v}</translation>
    </message>
</context>
<context>
    <name>UnitsView</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Sorted by</source>
        <translation>排序</translation>
    </message>
    <message>
        <source>The layer whose units are looked at</source>
        <translation>要看哪一层的神经元</translation>
    </message>
    <message>
        <source>In which order the units stand</source>
        <translation>各神经元按什么顺序排列</translation>
    </message>
    <message>
        <source>Units of the layer</source>
        <translation>这一层的神经元</translation>
    </message>
</context>
<context>
    <name>UnitsWords</name>
    <message>
        <source>Units</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>name of a unit</source>
        <translation>神经元的名字</translation>
    </message>
    <message>
        <source>not a number</source>
        <translation>不是数</translation>
    </message>
    <message>
        <source>{i}: dense, {n} units</source>
        <translation>{i}：全连接，{n} 个神经元</translation>
    </message>
    <message>
        <source>{i}: convolution, {n} maps</source>
        <translation>{i}：卷积，{n} 张特征图</translation>
    </message>
    <message>
        <source>{i}: the answer, {n} values</source>
        <translation>{i}：回答，{n} 个值</translation>
    </message>
    <message>
        <source>accuracy without it</source>
        <translation>去掉后的正确率</translation>
    </message>
    <message>
        <source>selectivity</source>
        <translation>选择性</translation>
    </message>
    <message>
        <source>favourite class</source>
        <translation>最偏爱的类</translation>
    </message>
    <message>
        <source>average</source>
        <translation>平均值</translation>
    </message>
    <message>
        <source>spread</source>
        <translation>离散程度</translation>
    </message>
    <message>
        <source>largest value</source>
        <translation>最大值</translation>
    </message>
    <message>
        <source>how often above 0</source>
        <translation>大于 0 的频率</translation>
    </message>
    <message>
        <source>size of its weights</source>
        <translation>权重大小</translation>
    </message>
    <message>
        <source>value now</source>
        <translation>现在的值</translation>
    </message>
    <message>
        <source>named ones first</source>
        <translation>有名字的在前</translation>
    </message>
    <message>
        <source>number</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>{n} test images</source>
        <translation>{n} 张测试图片</translation>
    </message>
    <message>
        <source>{n} points of its task</source>
        <translation>{n} 个任务点</translation>
    </message>
    <message>
        <source>{n} random inputs</source>
        <translation>{n} 个随机输入</translation>
    </message>
    <message>
        <source>Reading the test images</source>
        <translation>正在读取测试图片</translation>
    </message>
    <message>
        <source>Showing the layer {n} of {total}</source>
        <translation>正在给这一层看例子：{n} / {total}</translation>
    </message>
    <message>
        <source>Asking the unit all over the plane</source>
        <translation>正在平面各处询问该神经元</translation>
    </message>
    <message>
        <source>Making an input for the unit, step {n}</source>
        <translation>正在为神经元合成输入，第 {n} 步</translation>
    </message>
    <message>
        <source>Switching off each unit: {n} of {total}</source>
        <translation>正在逐个关掉神经元：{n} / {total}</translation>
    </message>
    <message>
        <source>Measured on {total}</source>
        <translation>根据 {total}测得</translation>
    </message>
    <message>
        <source>Excite it least</source>
        <translation>最不能激发它的</translation>
    </message>
    <message>
        <source>Excite it least: {n} of {total} get a 0, such as these</source>
        <translation>最不能激发它的：{total} 个中有 {n} 个得 0，例如这些</translation>
    </message>
    <message>
        <source>Excite it least: many alike, such as these</source>
        <translation>最不能激发它的：有许多都一样，例如这些</translation>
    </message>
    <message>
        <source>Map {i} of {n}</source>
        <translation>第 {i} 张特征图（共 {n} 张）</translation>
    </message>
    <message>
        <source>Unit {i} of {n}</source>
        <translation>第 {i} 个神经元（共 {n} 个）</translation>
    </message>
    <message>
        <source>now {v}</source>
        <translation>现在 {v}</translation>
    </message>
    <message>
        <source>average {v} ± {s}</source>
        <translation>平均 {v} ± {s}</translation>
    </message>
    <message>
        <source>above 0 in {p}</source>
        <translation>{p} 大于 0</translation>
    </message>
    <message>
        <source>selectivity {v}</source>
        <translation>选择性 {v}</translation>
    </message>
    <message>
        <source>{net} is about to be shown 10,000 test images: what is each unit for?</source>
        <translation>{net} 即将看 10,000 张测试图片：每个神经元管什么？</translation>
    </message>
    <message>
        <source>{net} is about to be shown many inputs: what is each of {n} units for?</source>
        <translation>{net} 即将看许多输入：{n} 个神经元各管什么？</translation>
    </message>
    <message>
        <source>{who} says something that is not a number to {p} of {examples}.</source>
        <translation>{examples}中有 {p} 使{who}给出的不是数。</translation>
    </message>
    <message>
        <source>{first} {second}</source>
        <comment>two sentences</comment>
        <translation>{first}{second}</translation>
    </message>
    <message>
        <source>“{name}” ({i} of {n}, layer {k})</source>
        <translation>“{name}”（第 {k} 层第 {i} 个，共 {n} 个）</translation>
    </message>
    <message>
        <source>Map {i} of {n} in layer {k}</source>
        <translation>第 {k} 层第 {i} 张特征图（共 {n} 张）</translation>
    </message>
    <message>
        <source>Unit {i} of {n} in layer {k}</source>
        <translation>第 {k} 层第 {i} 个神经元（共 {n} 个）</translation>
    </message>
    <message>
        <source>{who} hardly moves: it says {v} ± {s} to {examples}.</source>
        <translation>{who}几乎不动：对 {examples}给出 {v} ± {s}。</translation>
    </message>
    <message>
        <source>{who} is silent: it says 0 to all of {examples}.</source>
        <translation>{who}沉默不语：对全部 {examples}都给出 0。</translation>
    </message>
    <message>
        <source>{who} always says {v}, to all of {examples}.</source>
        <translation>{who}对全部 {examples}总是给出 {v}。</translation>
    </message>
    <message>
        <source>{who} says {v} on average.</source>
        <translation>{who}平均给出 {v}。</translation>
    </message>
    <message>
        <source>{who} tells no class from another: it says {v} to each on average.</source>
        <translation>{who}不分类别：对每一类平均都给出 {v}。</translation>
    </message>
    <message>
        <source>{who} answers most to class {k}: {v} on average, to the others {r}.</source>
        <translation>{who}对第 {k} 类反应最强：平均 {v}，对其他类 {r}。</translation>
    </message>
    <message>
        <source>Without it {p} of the answers stay what they were.</source>
        <translation>去掉它，{p} 的回答不变。</translation>
    </message>
    <message>
        <source>After {n} of {total}: accuracy {p}, without it {q}.</source>
        <translation>已看 {n} / {total}：正确率 {p}，去掉它为 {q}。</translation>
    </message>
    <message>
        <source>Without it accuracy stays at {p}.</source>
        <translation>去掉它，正确率仍是 {p}。</translation>
    </message>
    <message>
        <source>Without it accuracy even rises from {p} to {q}.</source>
        <translation>去掉它，正确率反而从 {p} 升到 {q}。</translation>
    </message>
    <message>
        <source>Without it accuracy falls from {p} to {q}.</source>
        <translation>去掉它，正确率从 {p} 降到 {q}。</translation>
    </message>
    <message>
        <source>Nobody tells a unit what to look for; training does. What it came to can be asked in four ways: which of 10,000 test images excite it most and least, what it says of each class on average, what input, made by climbing its gradient, would excite it most, and how much accuracy is lost when it is switched off.</source>
        <translation>没有人告诉神经元该找什么，那是训练出来的。它最终管什么，可以从四个方面来问：10,000 张测试图片中哪些最能、哪些最不能激发它；它对每一类的平均激活值是多少；沿着它的梯度往上爬，会得到什么样的最能激发它的输入；把它关掉，会损失多少正确率。</translation>
    </message>
    <message>
        <source>See what the CNN&apos;s unit for 3 would like to see</source>
        <translation>看看 CNN 中代表 3 的神经元最想看到什么</translation>
    </message>
    <message>
        <source>Sort a layer by what is lost without each unit</source>
        <translation>按去掉每个神经元的损失给一层排序</translation>
    </message>
    <message>
        <source>Let any noise through, and see what excites a unit even more</source>
        <translation>不加约束，让噪声也通过，看看什么更能激发神经元</translation>
    </message>
    <message>
        <source>Few units are for one thing alone, and hardly one is needed: the others know what it knows. An input made for a unit often beats every test image and still looks like none of them. Once you have an idea what a unit is for, give it a name: it stays with the net.</source>
        <translation>很少有神经元只管一件事，也几乎没有哪个神经元不可缺少：它知道的，别的神经元也知道。为神经元合成的输入往往胜过所有测试图片，看上去却一张也不像。一旦猜到某个神经元管什么，就给它起个名字：名字会一直跟着这个网络。</translation>
    </message>
</context>
<context>
    <name>VectorPad</name>
    <message>
        <source>Input</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>number {i} of {n} is {value}; Left and Right choose, Up and Down change</source>
        <translation>第 {i} 个数（共 {n} 个）是 {value}；左右键选择，上下键改变</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Turns to the picture that shows it</source>
        <translation>转到能看出它的图</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>另有 {n} 条</translation>
    </message>
    <message>
        <source>What else has been found, worst first</source>
        <translation>还发现了什么，最严重的在前</translation>
    </message>
    <message>
        <source>Diagnosis</source>
        <translation>诊断</translation>
    </message>
</context>
<context>
    <name>VerdictHead</name>
    <message>
        <source>No answer yet.</source>
        <translation>还没有回答。</translation>
    </message>
    <message>
        <source>Says {digit} ({p}). {mark}</source>
        <translation>认为是 {digit}（{p}）。{mark}</translation>
    </message>
    <message>
        <source>= most</source>
        <translation>= 多数</translation>
    </message>
    <message>
        <source>≠ differs</source>
        <translation>≠ 不同</translation>
    </message>
    <message>
        <source>≠ split</source>
        <translation>≠ 分歧</translation>
    </message>
    <message>
        <source>✓ right</source>
        <translation>✓ 正确</translation>
    </message>
    <message>
        <source>✗ wrong</source>
        <translation>✗ 错误</translation>
    </message>
</context>
<context>
    <name>VerdictWords</name>
    <message>
        <source>Try {knob} {value} as a branch</source>
        <translation>分支试试{knob} {value}</translation>
    </message>
    <message>
        <source>Begin anew with He’s weights</source>
        <translation>用 He 的初始权重重新开始</translation>
    </message>
    <message>
        <source>Begin anew with {kind}</source>
        <translation>改用 {kind} 重新开始</translation>
    </message>
    <message>
        <source>Begin anew with {n} units a layer</source>
        <translation>每层 {n} 个神经元，重新开始</translation>
    </message>
    <message>
        <source>Begin anew with true labels</source>
        <translation>用真实标签重新开始</translation>
    </message>
    <message>
        <source>Begin anew with all layers learning</source>
        <translation>让各层都学习，重新开始</translation>
    </message>
    <message>
        <source>Begin anew with {knob} {value}</source>
        <translation>以{knob} {value} 重新开始</translation>
    </message>
    <message>
        <source>A second line goes on from this moment with that knob turned; the present one stays as it is</source>
        <translation>从这一刻起另有一条线，转动了那个旋钮；现在这条保持不变</translation>
    </message>
    <message>
        <source>From step {at} on the loss is no number; before it was {before}. The rate {rate} is too high.</source>
        <translation>从第 {at} 步起损失不再是数；此前为 {before}。学习率 {rate} 太高。</translation>
    </message>
    <message>
        <source>Nothing can be learned: the rate of every layer is 0.</source>
        <translation>什么也学不到：每一层的学习率都是 0。</translation>
    </message>
    <message>
        <source>The loss has risen {steps} steps running, from {before} to {loss}: the rate {rate} is too high.</source>
        <translation>损失连升 {steps} 步，从 {before} 到 {loss}：学习率 {rate} 太高。</translation>
    </message>
    <message>
        <source>The examples come class by class: where a class begins the loss is {begin}, where it ends {end}.</source>
        <translation>样例一类接一类地来：一类开始时损失为 {begin}，结束时为 {end}。</translation>
    </message>
    <message>
        <source>Begin anew, the test kept apart</source>
        <translation>重新开始，测试样例另放</translation>
    </message>
    <message>
        <source>Try {knob} {value} from step {step}</source>
        <translation>从第 {step} 步起试试{knob} {value}</translation>
    </message>
    <message>
        <source>Begin anew with equal classes</source>
        <translation>各类一样多，重新开始</translation>
    </message>
    <message>
        <source>Time goes back to step {step}; from there another line goes on beside this one, with that knob turned. This one is kept for comparing</source>
        <translation>时间回到第 {step} 步；从那里另有一条线与这条并行，转动了那个旋钮。这条线保留下来供比较</translation>
    </message>
    <message>
        <source>What is wrong was so from the start, or cannot be mended on the way: a new run begins; undo brings this one back</source>
        <translation>问题从一开始就在，或中途无法补救：将开始新的运行；撤销可找回这次运行</translation>
    </message>
    <message>
        <source>A new run has begun: {what}. Undo brings back the one before, with all its lines.</source>
        <translation>新的运行已开始：{what}。撤销可找回之前的运行和它的所有线。</translation>
    </message>
    <message>
        <source>{line} branches off here with {knob} {value}; the other stays beside it.</source>
        <translation>{line}从这里分出，{knob} {value}；原来的线留在旁边。</translation>
    </message>
    <message>
        <source>Back at step {step}: {line} goes on from there with {knob} {value}, beside the other.</source>
        <translation>回到第 {step} 步：{line}从那里以{knob} {value} 继续，与原来的线并行。</translation>
    </message>
    <message>
        <source>The loss leaps up to {loss}; saying the same of all gives {par}. The rate {rate} is too high.</source>
        <translation>损失跃升到 {loss}；对所有样例都答同样的只有 {par}。学习率 {rate} 太高。</translation>
    </message>
    <message>
        <source>Each step changes the weights by {update}, the loss stays at {loss}: the rate {rate} is too high.</source>
        <translation>每一步改变权重的 {update}，损失却停在 {loss}：学习率 {rate} 太高。</translation>
    </message>
    <message>
        <source>A step changes the weights by {update}, the loss is still {loss} after {steps}: the rate {rate} is too low.</source>
        <translation>每一步只改变权重的 {update}，{steps} 步后损失仍为 {loss}：学习率 {rate} 太低。</translation>
    </message>
    <message>
        <source>The validation loss was best at step {at}, {best}; now it is {valid}, the training loss {train}: overfitting.</source>
        <translation>验证损失在第 {at} 步最好，为 {best}；现在是 {valid}，训练损失 {train}：过拟合。</translation>
    </message>
    <message>
        <source>The loss has just leapt from {before} to {loss}: {train} are right in training, {valid} in validation. It may come back.</source>
        <translation>损失刚刚从 {before} 跳到 {loss}：训练样例有 {train} 正确，验证样例有 {valid} 正确。它可能会恢复。</translation>
    </message>
    <message>
        <source>The loss has just leapt from {before} to {loss}: {train} of the variance is explained in training, {valid} in validation. It may come back.</source>
        <translation>损失刚刚从 {before} 跳到 {loss}：训练集中解释了方差的 {train}，验证集中解释了 {valid}。它可能会恢复。</translation>
    </message>
    <message>
        <source>Since {knob} was turned at step {at} the loss went from {before} to {loss}; {valid} are right in validation.</source>
        <translation>自第 {at} 步转动{knob}以来，损失从 {before} 变到 {loss}；验证答对 {valid}。</translation>
    </message>
    <message>
        <source>Since {knob} was turned at step {at} the loss went from {before} to {loss}; R² is {valid} in validation.</source>
        <translation>自第 {at} 步转动{knob}以来，损失从 {before} 变到 {loss}；验证的 R² 为 {valid}。</translation>
    </message>
    <message>
        <source>The schedule has brought the rate down to {rate}: nothing is learned since step {at}. {valid} are right.</source>
        <translation>日程已把学习率降到 {rate}：从第 {at} 步起什么也学不到了。验证答对 {valid}。</translation>
    </message>
    <message>
        <source>The schedule has brought the rate down to {rate}: nothing is learned since step {at}. R² is {valid}.</source>
        <translation>日程已把学习率降到 {rate}：从第 {at} 步起什么也学不到了。验证的 R² 为 {valid}。</translation>
    </message>
    <message>
        <source>The {units} units of layer {place} are all the same, and stay so: equal weights get equal gradients.</source>
        <translation>第 {place} 层的 {units} 个神经元全都一样，并且永远一样：相同的权重得到相同的梯度。</translation>
    </message>
    <message>
        <source>All units of layer {place} are dead: 0 for all {probed} examples probed. Nothing gets through.</source>
        <translation>第 {place} 层的神经元全死了：对 {probed} 个样例都是 0。什么也传不过去。</translation>
    </message>
    <message>
        <source>{share} of the units of layer {place} are dead: 0 for all {probed} examples probed.</source>
        <translation>第 {place} 层有 {share} 的神经元已死：对 {probed} 个样例都是 0。</translation>
    </message>
    <message>
        <source>The gradient vanishes: in layer 1 it is {ratio} times smaller than in layer {places}.</source>
        <translation>梯度消失：第 1 层是第 {places} 层的 {ratio} 分之一。</translation>
    </message>
    <message>
        <source>The gradient vanishes: nothing of it is left in layer 1 of {places}.</source>
        <translation>梯度消失：{places} 层中的第 1 层已什么都不剩。</translation>
    </message>
    <message>
        <source>The gradient explodes: in layer {place} it is {times} times as large as the weights.</source>
        <translation>梯度爆炸：在第 {place} 层它是权重的 {times} 倍。</translation>
    </message>
    <message>
        <source>{share} of the values of layer {place} are saturated: in the flat ends, where nothing is learned.</source>
        <translation>第 {place} 层有 {share} 的值饱和：落在平坦的两端，什么也学不到。</translation>
    </message>
    <message>
        <source>Both losses stand still, at {train} and {valid}; guessing gives {par}. {parameters} parameters may be too few.</source>
        <translation>两种损失都停在 {train} 和 {valid}；瞎猜是 {par}。{parameters} 个参数也许太少。</translation>
    </message>
    <message>
        <source>Input {input} is of size {size}, and scaled ones are of size 1: the inputs are not scaled.</source>
        <translation>输入 {input} 的大小是 {size}，缩放过的应为 1：输入没有缩放。</translation>
    </message>
    <message>
        <source>The test examples are learned too: {test} of them are right, of the validation examples {valid}.</source>
        <translation>测试样例也被学了：它们答对 {test}，验证样例答对 {valid}。</translation>
    </message>
    <message>
        <source>The test examples are learned too: {test} of their variance is explained, {valid} in validation.</source>
        <translation>测试样例也被学了：解释了其方差的 {test}，验证只有 {valid}。</translation>
    </message>
    <message>
        <source>{wrong} of the labels are shuffled; {train} of them are known by heart, of new ones {valid} are right.</source>
        <translation>{wrong} 的标签被打乱；背下了 {train}，新的只答对 {valid}。</translation>
    </message>
    <message>
        <source>{train} are right in training, in validation {valid}, as if guessed ({par}). Are the labels shuffled?</source>
        <translation>训练答对 {train}，验证 {valid}，与瞎猜（{par}）无异。标签被打乱了吗？</translation>
    </message>
    <message>
        <source>{train} of the variance is explained in training, {valid} in validation. Are the values shuffled?</source>
        <translation>解释了训练方差的 {train}，验证方差的 {valid}。数值被打乱了吗？</translation>
    </message>
    <message>
        <source>{wrong} of the labels are shuffled: there is no rule. {train} are known by heart so far, or right by chance.</source>
        <translation>{wrong} 的标签被打乱：没有规律可学。至今背下或碰对了 {train}。</translation>
    </message>
    <message>
        <source>{wrong} of the values are shuffled: there is no rule. {train} of their variance is known by heart.</source>
        <translation>{wrong} 的数值被打乱：没有规律可学。背下了其方差的 {train}。</translation>
    </message>
    <message>
        <source>{wrong} of the labels are shuffled: a rule is right for {honest} of all, the net for {train}. It learns errors.</source>
        <translation>{wrong} 的标签被打乱：规律只能答对 {honest}，网络却答对 {train}。它在学错误。</translation>
    </message>
    <message>
        <source>The rarest class has {rare} examples, the largest {common}: {recall} of it are found, {score} of all.</source>
        <translation>最少的一类有 {rare} 个样例，最多的有 {common} 个：它只找回 {recall}，总体为 {score}。</translation>
    </message>
    <message>
        <source>The loss is {loss}. It is too early to say how it goes.</source>
        <translation>损失为 {loss}。现在说好坏还太早。</translation>
    </message>
    <message>
        <source>All is well so far: the loss went from {before} to {loss} in {steps} steps.</source>
        <translation>目前一切顺利：{steps} 步里损失从 {before} 降到 {loss}。</translation>
    </message>
    <message>
        <source>All is well: {train} are right in training, {valid} in validation; the loss is {loss}.</source>
        <translation>一切顺利：训练答对 {train}，验证答对 {valid}；损失 {loss}。</translation>
    </message>
    <message>
        <source>All is well: {train} of the variance is explained in training, {valid} in validation.</source>
        <translation>一切顺利：解释了训练方差的 {train}，验证方差的 {valid}。</translation>
    </message>
    <message>
        <source>The loss stays at {loss}, and nothing is known to be wrong: {train} are right, {valid} in validation.</source>
        <translation>损失停在 {loss}，没有发现问题：训练答对 {train}，验证答对 {valid}。</translation>
    </message>
    <message>
        <source>The loss stays at {loss}, and nothing is known to be wrong; {train} of the variance is explained.</source>
        <translation>损失停在 {loss}，没有发现问题；解释了方差的 {train}。</translation>
    </message>
</context>
<context>
    <name>WalkPanel</name>
    <message>
        <source>One method has to walk.</source>
        <translation>至少要有一种方法在走。</translation>
    </message>
</context>
<context>
    <name>WalkShowcase</name>
    <message>
        <source>A ravine</source>
        <translation>峡谷</translation>
    </message>
    <message>
        <source>Steep walls, a gentle floor: who swings between the walls?</source>
        <translation>两壁陡，谷底缓：谁在两壁之间摆来摆去？</translation>
    </message>
    <message>
        <source>A hundred times steeper one way</source>
        <translation>一个方向陡一百倍</translation>
    </message>
    <message>
        <source>One rate for both ways: too high for one, too low for the other</source>
        <translation>两个方向共用一个学习率：对一个太高，对另一个太低</translation>
    </message>
    <message>
        <source>A rate just too high</source>
        <translation>学习率只高了一点点</translation>
    </message>
    <message>
        <source>2.02 where 2 is the most: how long before one would notice?</source>
        <translation>上限是 2，却用了 2.02：多久才会被发现？</translation>
    </message>
    <message>
        <source>On the ridge of a saddle</source>
        <translation>在鞍面的脊上</translation>
    </message>
    <message>
        <source>The slope hardly says which side. And where is Newton going?</source>
        <translation>坡度几乎不说该去哪边。牛顿法又要去哪里？</translation>
    </message>
    <message>
        <source>Four valleys</source>
        <translation>四个山谷</translation>
    </message>
    <message>
        <source>The same start: does every method end in the same valley?</source>
        <translation>同一个起点：每种方法都会到同一个谷吗？</translation>
    </message>
    <message>
        <source>Batches of one</source>
        <translation>每批一个样例</translation>
    </message>
    <message>
        <source>Each step sees another slope. Who averages, who trembles?</source>
        <translation>每一步看到的坡度都不同。谁在取平均，谁在发抖？</translation>
    </message>
    <message>
        <source>An egg box</source>
        <translation>蛋托</translation>
    </message>
    <message>
        <source>A hundred hollows, one is the deepest: who gets there?</source>
        <translation>一百个坑，只有一个最深：谁能到那里？</translation>
    </message>
    <message>
        <source>A plateau</source>
        <translation>高原</translation>
    </message>
    <message>
        <source>Almost no slope: plain descent waits. What do the others do instead?</source>
        <translation>几乎没有坡度：普通下降只能等。别的方法怎么办？</translation>
    </message>
    <message>
        <source>A formula of your own</source>
        <translation>自己的公式</translation>
    </message>
    <message>
        <source>Type over it: the landscape follows, the methods too</source>
        <translation>改写它：地形会跟着变，各方法也一样</translation>
    </message>
</context>
<context>
    <name>WalkView</name>
    <message>
        <source>distance to the nearest minimum</source>
        <translation>到最近极小点的距离</translation>
    </message>
    <message>
        <source>height above the lowest minimum</source>
        <translation>比最低的极小点高多少</translation>
    </message>
    <message>
        <source>height</source>
        <translation>高度</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>No minimum is known here.</source>
        <translation>这里没有已知的极小点。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距离</translation>
    </message>
    <message>
        <source>Slices</source>
        <translation>切面</translation>
    </message>
    <message>
        <source>log height</source>
        <translation>高度取对数</translation>
    </message>
    <message>
        <source>Equal ratios are equally high: what is low and flat is seen apart</source>
        <translation>比例相等，高差就相等：低而平的地方也看得清</translation>
    </message>
    <message>
        <source>How the walkers fare</source>
        <translation>各方法的进展</translation>
    </message>
</context>
<context>
    <name>WalkWords</name>
    <message>
        <source>Condition number</source>
        <translation>条件数</translation>
    </message>
    <message>
        <source>How many times steeper it is across the valley than along it</source>
        <translation>横着山谷比顺着山谷陡多少倍</translation>
    </message>
    <message>
        <source>Turned by</source>
        <translation>旋转</translation>
    </message>
    <message>
        <source>Methods that treat x and y apart do not like a valley between the axes</source>
        <translation>把 x 和 y 分开处理的方法，不喜欢斜着的山谷</translation>
    </message>
    <message>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Another number, another one</source>
        <translation>换一个数，就换一片地形</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>What a single example adds to each part of the gradient</source>
        <translation>单个样例给梯度的每个分量加上的偏差</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>The mean of so many examples: four times as many halve the noise</source>
        <translation>对这么多样例取平均：样例多到四倍，噪声减半</translation>
    </message>
    <message>
        <source>Looking for the start …</source>
        <translation>正在找起点…</translation>
    </message>
    <message>
        <source>All stand at {height}. Which will be down first? Press play.</source>
        <translation>大家都站在 {height} 的高度。谁会先到底？请按播放。</translation>
    </message>
    <message>
        <source>{name} stands at {height}. Press play, or drag the start.</source>
        <translation>{name}站在 {height} 的高度。请按播放，或拖动起点。</translation>
    </message>
    <message>
        <source>Step {step}: all are lost. The learning rate is too high here.</source>
        <translation>第 {step} 步：全都飞走了。这里的学习率太高。</translation>
    </message>
    <message>
        <source>Step {step}: {name} is the lowest, at {value}.</source>
        <translation>第 {step} 步：{name}最低，高度 {value}。</translation>
    </message>
    <message>
        <source>Lost: {names}.</source>
        <translation>飞走的：{names}。</translation>
    </message>
    <message>
        <source>At rest: {names}.</source>
        <translation>停下的：{names}。</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>飞走了</translation>
    </message>
    <message>
        <source>{name}: its first step will be seen here in numbers.</source>
        <translation>{name}：它的第一步会在这里用数字写出来。</translation>
    </message>
    <message>
        <source>{name} has left for good: each step was longer than the one before.</source>
        <translation>{name}再也回不来了：一步比一步长。</translation>
    </message>
    <message>
        <source>step = −rate · gradient = −{rate} · {g} = {made}</source>
        <translation>步 = −学习率 · 梯度 = −{rate} · {g} = {made}</translation>
    </message>
    <message>
        <source>speed = {beta} · the last + gradient {g} = {m}; step = −{rate} · speed = {made}</source>
        <translation>速度 = {beta} · 上一次的速度 + 梯度 {g} = {m}；步 = −{rate} · 速度 = {made}</translation>
    </message>
    <message>
        <source>speed = {beta} · the last + gradient {g} = {m}; step = −{rate} · (gradient + {beta} · speed) = {made}</source>
        <translation>速度 = {beta} · 上一次的速度 + 梯度 {g} = {m}；步 = −{rate} ·（梯度 + {beta} · 速度）= {made}</translation>
    </message>
    <message>
        <source>all squared gradients: {v}; step = −{rate} · gradient {g} / √ of them = {made}</source>
        <translation>梯度平方的总和：{v}；步 = −{rate} · 梯度 {g} / 它的平方根 = {made}</translation>
    </message>
    <message>
        <source>mean squared gradient: {v}; step = −{rate} · gradient {g} / its root = {made}</source>
        <translation>梯度平方的平均：{v}；步 = −{rate} · 梯度 {g} / 它的平方根 = {made}</translation>
    </message>
    <message>
        <source>mean gradient {m}, mean square {v}; step = −{rate} · mean / √ mean square = {made}</source>
        <translation>梯度的平均 {m}，平方的平均 {v}；步 = −{rate} · 平均 / √平方的平均 = {made}</translation>
    </message>
    <message>
        <source>mean gradient {m}, mean square {v}; step = −{rate} · mean / √ mean square, and {decay} of the place itself = {made}</source>
        <translation>梯度的平均 {m}，平方的平均 {v}；步 = −{rate} · 平均 / √平方的平均，再减去位置本身的 {decay} = {made}</translation>
    </message>
    <message>
        <source>step = −{rate} · inverse curvature · gradient {g} = {made}: to where the slope ends</source>
        <translation>步 = −{rate} · 曲率的逆 · 梯度 {g} = {made}：走向坡度为零的地方</translation>
    </message>
    <message>
        <source>gradient {g}; the last steps tell of the curvature: step = {made}</source>
        <translation>梯度 {g}；由最近几步估计曲率：步 = {made}</translation>
    </message>
    <message>
        <source>Arrows: grey against the gradient, strong the step.</source>
        <translation>箭头：灰色是逆着梯度的方向，醒目的是这一步。</translation>
    </message>
    <message>
        <source>Arrows: grey against the gradient, coloured what is remembered, strong the step.</source>
        <translation>箭头：灰色是逆着梯度的方向，彩色是记住的方向，醒目的是这一步。</translation>
    </message>
    <message>
        <source>x = {x}, y = {y}: height {z}, slope {g}</source>
        <translation>x = {x}，y = {y}：高度 {z}，坡度 {g}</translation>
    </message>
    <message>
        <source>How far off a model is, is a number, the loss, and each setting of its knobs has one: a landscape. To learn is to go downhill in it, feeling only the slope under one’s feet. How far to step, and how much of the last step to keep, decides whether one arrives, dawdles, swings, or is thrown out.</source>
        <translation>模型差多少，用一个数来表示，就是损失；旋钮的每一种设定都有自己的损失，合起来是一片地形。学习就是在其中往下走，只感觉得到脚下的坡度。一步走多远、上一步保留多少，决定了是走到、磨蹭、来回摆动，还是被甩出去。</translation>
    </message>
    <message>
        <source>A long narrow ravine: who swings, who glides?</source>
        <translation>又长又窄的峡谷：谁在摆动，谁在滑行？</translation>
    </message>
    <message>
        <source>Turn the rate up until plain descent is thrown out</source>
        <translation>把学习率调高，直到普通下降被甩出去</translation>
    </message>
    <message>
        <source>Start on the ridge of a saddle</source>
        <translation>从鞍面的脊上出发</translation>
    </message>
    <message>
        <source>Drag the start on the map: all paths follow. The arrows at the tip are the gradient, what the method remembers, and the step that comes of both. Momentum is fast where the slope always points the same way, and overshoots where it turns.</source>
        <translation>在地图上拖动起点：所有路径都会跟着变。末端的箭头是梯度、方法记住的东西，以及两者合成的一步。坡度总朝一个方向时，动量很快；坡度转向时，它会冲过头。</translation>
    </message>
</context>
<context>
    <name>WeightEditor</name>
    <message>
        <source>weight {i} of {n}</source>
        <translation>{n} 个权重中的第 {i} 个</translation>
    </message>
    <message>
        <source>learned: {v}</source>
        <translation>学到的：{v}</translation>
    </message>
    <message>
        <source>Incoming weights</source>
        <translation>输入权重</translation>
    </message>
    <message>
        <source>Arrows choose, Plus and Minus change, 0 clears, Delete gives back what was learned.</source>
        <translation>方向键选择，加减号修改，0 清零，删除键恢复学到的值。</translation>
    </message>
</context>
<context>
    <name>WeightPicker</name>
    <message>
        <source>dense</source>
        <translation>全连接</translation>
    </message>
    <message>
        <source>convolution</source>
        <translation>卷积</translation>
    </message>
    <message>
        <source>weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>biases</source>
        <translation>偏置</translation>
    </message>
    <message>
        <source>layer {i}, {kind}: {what}</source>
        <translation>第 {i} 层，{kind}：{what}</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>神经元</translation>
    </message>
    <message>
        <source>from unit</source>
        <translation>来自神经元</translation>
    </message>
    <message>
        <source>to unit</source>
        <translation>去往神经元</translation>
    </message>
    <message>
        <source>to map</source>
        <translation>去往特征图</translation>
    </message>
    <message>
        <source>from map</source>
        <translation>来自特征图</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Weight taken apart</source>
        <translation>拆开的权重</translation>
    </message>
    <message>
        <source>Layer of the weight</source>
        <translation>权重所在的层</translation>
    </message>
    <message>
        <source>Which layer&apos;s weights; a click on a unit takes its strongest one</source>
        <translation>哪一层的权重；点一个神经元就取它最强的那个</translation>
    </message>
    <message>
        <source>Largest gradient</source>
        <translation>梯度最大者</translation>
    </message>
    <message>
        <source>The weight of this layer that the loss depends on most</source>
        <translation>这一层里损失最依赖的权重</translation>
    </message>
</context>
<context>
    <name>WeightsView</name>
    <message>
        <source>From pixel {row}, {column} to the score of {k}: w = {w}; b = {b}.</source>
        <translation>从像素 {row}, {column} 到 {k} 的得分：w = {w}；b = {b}。</translation>
    </message>
    <message>
        <source>The weights of the single layer</source>
        <translation>单独一层的权重</translation>
    </message>
    <message>
        <source>{n} inputs, {k} scores.</source>
        <translation>{n} 个输入，{k} 个得分。</translation>
    </message>
    <message>
        <source>unit {n}</source>
        <translation>神经元 {n}</translation>
    </message>
    <message>
        <source>kernel {n}</source>
        <translation>卷积核 {n}</translation>
    </message>
    <message>
        <source>{n} weights are no numbers</source>
        <translation>{n} 个权重不是数</translation>
    </message>
    <message>
        <source>from {least} to {most}, mean {mean}</source>
        <translation>从 {least} 到 {most}，平均 {mean}</translation>
    </message>
    <message>
        <source>length √(Σw²) = {length}</source>
        <translation>长度 √(Σw²) = {length}</translation>
    </message>
    <message>
        <source>bias {b}</source>
        <translation>偏置 {b}</translation>
    </message>
    <message>
        <source>{name}: from input {i} to unit {j}, w = {w}</source>
        <translation>{name}：从输入 {i} 到神经元 {j}，w = {w}</translation>
    </message>
    <message>
        <source>The first {n} of {whole} pictures of weights, the largest weight {most}</source>
        <translation>{whole} 幅权重图中的前 {n} 幅，最大的权重 {most}</translation>
    </message>
    <message>
        <source>{rows} inputs down, {columns} units across</source>
        <translation>向下 {rows} 个输入，横向 {columns} 个神经元</translation>
    </message>
    <message>
        <source>{rows} × {columns} weights</source>
        <translation>{rows} × {columns} 个权重</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>{n} pictures of weights, the largest weight {most}</source>
        <translation>{n} 幅权重图，最大的权重 {most}</translation>
    </message>
    <message>
        <source>{name}, row {row}, column {column}: w = {w}</source>
        <translation>{name}，第 {row} 行第 {column} 列：w = {w}</translation>
    </message>
</context>
<context>
    <name>WhyConfig</name>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Explain the score of one class, or by how much it is ahead of the runner-up&apos;s: what both have in common then drops out</source>
        <translation>解释一个类别的得分，或它比第二名高出多少：后一种问法会消去两者共有的部分</translation>
    </message>
    <message>
        <source>why it?</source>
        <translation>为什么是它？</translation>
    </message>
    <message>
        <source>why not the other?</source>
        <translation>为何不是第二名？</translation>
    </message>
    <message>
        <source>Steps of the path</source>
        <translation>路径步数</translation>
    </message>
    <message>
        <source>At how many places between baseline and input integrated gradients ask for the slope: the more, the smaller the gap</source>
        <translation>积分梯度在基线与输入之间的多少个位置上求斜率：越多，缺口越小</translation>
    </message>
    <message>
        <source>Patch</source>
        <translation>遮挡块</translation>
    </message>
    <message>
        <source>The side of the square that occlusion covers; of more than 24 numbers, how many in a row</source>
        <translation>遮挡时盖住的方块的边长；输入是 24 个以上的数时，为连续盖住几个数</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>What counts as nothing there: 0 is paper, 1 is ink. Integrated gradients start here, and patches are painted with it</source>
        <translation>什么算“什么也没有”：0 是白纸，1 是墨迹。积分梯度从这里出发，遮挡块也涂成它</translation>
    </message>
    <message>
        <source>Smallest change by</source>
        <translation>最小改动的量度</translation>
    </message>
    <message>
        <source>L2: the root of the sum of squares, few inputs change much. L∞: the largest single change, many inputs change a little</source>
        <translation>L2：平方和的平方根，少数输入改动较大。L∞：单个输入的最大改动，许多输入各改一点</translation>
    </message>
    <message>
        <source>L2</source>
        <translation>L2</translation>
    </message>
    <message>
        <source>L∞</source>
        <translation>L∞</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>A check of the maps: with random weights in the last layer, or everywhere, a map that tells of what was learnt has to look different</source>
        <translation>检验这些图：把最后一层或所有层换成随机权重，凡是真能反映学到了什么的图，都应当变样</translation>
    </message>
    <message>
        <source>as learnt</source>
        <translation>学到的</translation>
    </message>
    <message>
        <source>last random</source>
        <translation>末层随机</translation>
    </message>
    <message>
        <source>all random</source>
        <translation>全部随机</translation>
    </message>
    <message>
        <source>Colour scale</source>
        <translation>色标</translation>
    </message>
    <message>
        <source>Each map by its own largest values, or one scale for the three maps that are measured in score; the gradient is measured in score for each unit of input</source>
        <translation>每幅图按自己的最大值着色，或者三幅以得分为单位的图共用一个色标；梯度的单位是每单位输入的得分</translation>
    </message>
    <message>
        <source>each its own</source>
        <translation>各用各的</translation>
    </message>
    <message>
        <source>shared</source>
        <translation>共用</translation>
    </message>
</context>
<context>
    <name>WhyFormulas</name>
    <message>
        <source>row {r}, column {c}</source>
        <translation>第 {r} 行第 {c} 列</translation>
    </message>
    <message>
        <source>∂f/∂x = {v}: with {d} more, f changes by about {e}</source>
        <translation>∂f/∂x = {v}：增加 {d}，f 约变化 {e}</translation>
    </message>
    <message>
        <source>x · ∂f/∂x = {x} · {g} = {v}</source>
        <translation>x · ∂f/∂x = {x} · {g} = {v}</translation>
    </message>
    <message>
        <source>x − x₀ = {x} − {x0}: no way to go, so 0</source>
        <translation>x − x₀ = {x} − {x0}：没有路可走，所以是 0</translation>
    </message>
    <message>
        <source>(x − x₀) · mean slope = ({x} − {x0}) · {g} = {v}</source>
        <translation>(x − x₀) · 平均斜率 = ({x} − {x0}) · {g} = {v}</translation>
    </message>
    <message>
        <source>f(x) − f(covered), mean of the {n} patches over it: {v}</source>
        <translation>f(x) − f(遮挡后)，盖住它的 {n} 个遮挡块的平均：{v}</translation>
    </message>
    <message>
        <source>flipped − given = {a} − {b} = {d}</source>
        <translation>翻转后 − 原来 = {a} − {b} = {d}</translation>
    </message>
    <message>
        <source>given + change = {a} + {d} = {b}</source>
        <translation>原来 + 改动 = {a} + {d} = {b}</translation>
    </message>
</context>
<context>
    <name>WhyShowcase</name>
    <message>
        <source>Why a 7?</source>
        <translation>为什么是 7？</translation>
    </message>
    <message>
        <source>Why a 4, not a 9?</source>
        <translation>为什么是 4 而不是 9？</translation>
    </message>
    <message>
        <source>A flip that no human sees</source>
        <translation>人眼看不出的翻转</translation>
    </message>
    <message>
        <source>A saturated net</source>
        <translation>饱和的网络</translation>
    </message>
    <message>
        <source>Dead units</source>
        <translation>死神经元</translation>
    </message>
    <message>
        <source>A net that learnt nothing</source>
        <translation>什么也没学的网络</translation>
    </message>
    <message>
        <source>Two inputs, all in sight</source>
        <translation>两个输入，一览无余</translation>
    </message>
    <message>
        <source>Four maps of one answer, and they do not agree</source>
        <translation>同一个回答的四幅图，彼此并不一致</translation>
    </message>
    <message>
        <source>What both have in common drops out: look at the gap on top of the 4</source>
        <translation>两者共有的部分消去了：看看 4 顶上的缺口</translation>
    </message>
    <message>
        <source>No pixel changes by 2 % of ink, and the 9 is read as a 3</source>
        <translation>没有哪个像素的墨迹改动达到 2 %，9 却被认成了 3</translation>
    </message>
    <message>
        <source>The slope is 0 here, though the answer is clear: integrated gradients see the rise on their way</source>
        <translation>回答很明确，此处斜率却是 0；积分梯度沿途看到了上升</translation>
    </message>
    <message>
        <source>Every unit that would carry it is 0: no slope comes back, and descent has no direction</source>
        <translation>本该传递信号的神经元全是 0：斜率传不回来，下降法没有方向</translation>
    </message>
    <message>
        <source>Random weights make pictures too: some look like reasons, so compare ρ</source>
        <translation>随机权重也能画出图来，有的还挺像理由，所以要比较 ρ</translation>
    </message>
    <message>
        <source>The gradient looks ahead, the flip looks for the border: two different arrows</source>
        <translation>梯度朝着最陡的方向，翻转找的是边界：两个不同的箭头</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>∇f: where the {score} rises most steeply. Dashed: the path of integrated gradients. Ring: the nearest other answer found{flip}. Stronger colour: surer.</source>
        <translation>∇f：{score}上升最快的方向。虚线：积分梯度走的路径。圆圈：找到的最近的另一种回答{flip}。颜色越浓，网络越有把握。</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>Why</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>梯度</translation>
    </message>
    <message>
        <source>Gradient × input</source>
        <translation>梯度 × 输入</translation>
    </message>
    <message>
        <source>Integrated gradients</source>
        <translation>积分梯度</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>遮挡</translation>
    </message>
    <message>
        <source>What the net gets</source>
        <translation>网络得到的</translation>
    </message>
    <message>
        <source>+ smallest flip</source>
        <translation>+ 最小的翻转改动</translation>
    </message>
    <message>
        <source>= what flips it</source>
        <translation>= 翻转后的图</translation>
    </message>
    <message>
        <source>Tells where a small change would move the score; not what the answer rests on.</source>
        <translation>说明哪里稍改一点会影响得分；不说明回答靠的是什么。</translation>
    </message>
    <message>
        <source>Shares the score out as if the net were linear; an input of 0 cannot count.</source>
        <translation>把网络当作线性的来分摊得分；值为 0 的输入不算数。</translation>
    </message>
    <message>
        <source>Shares out all of the rise from the baseline; another baseline, another map.</source>
        <translation>把从基线算起的上升全部分摊；换个基线，图就不同。</translation>
    </message>
    <message>
        <source>Tells what is lost when a patch is covered; not what two patches do together.</source>
        <translation>说明盖住一块会失去多少；不说明两块一起的作用。</translation>
    </message>
    <message>
        <source>Tells what is explained: these numbers, not what you have in mind.</source>
        <translation>说明解释的是什么：是这些数，不是你心里想的。</translation>
    </message>
    <message>
        <source>Tells how near another answer is; not that there is no nearer one.</source>
        <translation>说明另一种回答有多近；不保证没有更近的。</translation>
    </message>
    <message>
        <source>Shows what the net confuses; it cannot show what people would.</source>
        <translation>显示网络会混淆什么；不能显示人会混淆什么。</translation>
    </message>
    <message>
        <source>Lower is more faithful; but half-erased inputs are ones the net never met.</source>
        <translation>越低越可信；但擦掉一半的输入，网络从没见过。</translation>
    </message>
    <message>
        <source>Nothing lies before the net yet.</source>
        <translation>网络面前还什么都没有。</translation>
    </message>
    <message>
        <source>No number: this net&apos;s answer is not finite.</source>
        <translation>没有数值：这个网络的回答不是有限数。</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>正在计算</translation>
    </message>
    <message>
        <source>Every slope is 0 here: descent has no direction.</source>
        <translation>此处斜率全是 0：下降法没有方向。</translation>
    </message>
    <message>
        <source>It is read as {k} already.</source>
        <translation>它已经被认成 {k} 了。</translation>
    </message>
    <message>
        <source>None found in {n} steps.</source>
        <translation>{n} 步之内没有找到。</translation>
    </message>
    <message>
        <source>score of {k} minus score of {r}</source>
        <translation>{k} 的得分减去 {r} 的得分</translation>
    </message>
    <message>
        <source>score of {k}</source>
        <translation>{k} 的得分</translation>
    </message>
    <message>
        <source>ρ with learnt: {rho}</source>
        <translation>与学到的图：ρ = {rho}</translation>
    </message>
    <message>
        <source>{p} % done</source>
        <translation>已完成 {p} %</translation>
    </message>
    <message>
        <source>steepest: {v}</source>
        <translation>最陡处：{v}</translation>
    </message>
    <message>
        <source>largest fall: {v}</source>
        <translation>最大降幅：{v}</translation>
    </message>
    <message>
        <source>sum {s}, f = {f}</source>
        <translation>总和 {s}，f = {f}</translation>
    </message>
    <message>
        <source>Orange speaks for, blue against; 99 % of a map&apos;s values stay below the number at its colour bar.</source>
        <translation>橙色支持，蓝色反对；每幅图中 99 % 的数值不超过色条旁的数字。</translation>
    </message>
    <message>
        <source>{s} of {w}, gap {g}</source>
        <translation>{w} 中的 {s}，缺口 {g}</translation>
    </message>
    <message>
        <source>L2 {a}, L∞ {b}</source>
        <translation>L2 {a}，L∞ {b}</translation>
    </message>
    <message>
        <source>read as {k}: {p}</source>
        <translation>认成 {k}：{p}</translation>
    </message>
    <message>
        <source>Draw a digit, and 4 ways of asking why it is read so will answer side by side.</source>
        <translation>写一个数字，4 种追问“为什么”的方法会并排作答。</translation>
    </message>
    <message>
        <source>The score of {k} is no finite number in this net, so that nothing explains it.</source>
        <translation>在这个网络里，{k} 的得分不是有限数，所以没有什么能解释它。</translation>
    </message>
    <message>
        <source>Read as {k} ({p}): the {score} is {f}.</source>
        <translation>认成 {k}（{p}）：{score}是 {f}。</translation>
    </message>
    <message>
        <source>Its weights are random.</source>
        <translation>它的权重是随机的。</translation>
    </message>
    <message>
        <source>Its weights are random; nearest to the learnt map, up to the sign, is {name}: ρ = {rho}.</source>
        <translation>它的权重是随机的；不计正负号，与学到的图最接近的是“{name}”：ρ = {rho}。</translation>
    </message>
    <message>
        <source>Integrated gradients add up to {s} of its rise of {w}.</source>
        <translation>它上升了 {w}，积分梯度加起来是 {s}。</translation>
    </message>
    <message>
        <source>With no input changed by more than {b}, it is read as {k}.</source>
        <translation>每个输入最多改动 {b}，它就被认成 {k}。</translation>
    </message>
    <message>
        <source>A change of L2 {a}, and it is read as {k}.</source>
        <translation>只要改动 L2 {a}，它就被认成 {k}。</translation>
    </message>
    <message>
        <source>A net gives a number for each class, and no reasons. Each picture here asks for reasons in another way, so that each gives another answer to “why?”. Orange speaks for the class, blue against it. Under each stands what it can tell, and what it cannot.</source>
        <translation>网络给每个类别一个数，却不说理由。这里每幅图用不同的方式追问理由，所以对“为什么”各有各的回答。橙色支持该类别，蓝色反对。每幅图下面写着它能说明什么、不能说明什么。</translation>
    </message>
    <message>
        <source>Ask a saturated net: its slopes are near 0, integrated gradients are not</source>
        <translation>问问饱和的网络：斜率接近 0，积分梯度却不是</translation>
    </message>
    <message>
        <source>Give every pixel a little: a flip that no human sees</source>
        <translation>每个像素只改一点：人眼看不出的翻转</translation>
    </message>
    <message>
        <source>Throw the weights away, and see which maps change</source>
        <translation>扔掉学到的权重，看看哪些图会变</translation>
    </message>
    <message>
        <source>The chart checks the maps: it takes away the inputs that a map calls most important, and watches the probability fall; taking them in random order is the measure. Point at a pixel for the formula with its numbers; click a picture to lay it large.</source>
        <translation>曲线图检验这些图：先拿走图中最重要的输入，看概率如何下降，以随机顺序为参照。鼠标指着像素，就显示代入数字的公式；点击一幅图可以放大。</translation>
    </message>
</context>
<context>
    <name>WindowMenu</name>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>As the desktop</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>High contrast, for a pale projector</source>
        <translation>高对比度（适合投影偏淡时）</translation>
    </message>
    <message>
        <source>Reduce motion</source>
        <translation>减少动画</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Picture only</source>
        <translation>仅画面</translation>
    </message>
    <message>
        <source>Two rooms side by side</source>
        <translation>并排显示两个房间</translation>
    </message>
    <message>
        <source>This room in a window of its own</source>
        <translation>在单独的窗口中打开本房间</translation>
    </message>
    <message>
        <source>Explain this room</source>
        <translation>房间说明</translation>
    </message>
    <message>
        <source>Next room</source>
        <translation>下一个房间</translation>
    </message>
    <message>
        <source>Previous room</source>
        <translation>上一个房间</translation>
    </message>
    <message>
        <source>Next page of the room</source>
        <translation>房间的下一页</translation>
    </message>
    <message>
        <source>Previous page of the room</source>
        <translation>房间的上一页</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>复制诊断信息</translation>
    </message>
    <message>
        <source>About NeuroViz</source>
        <translation>关于 NeuroViz</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>放大文字</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>缩小文字</translation>
    </message>
    <message>
        <source>Usual text size</source>
        <translation>默认文字大小</translation>
    </message>
</context>
<context>
    <name>WorkRow</name>
    <message>
        <source>Stopped: {what}</source>
        <translation>已停止：{what}</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
</context>
<context>
    <name>_Charted</name>
    <message>
        <source>Agreement against the level of disturbance</source>
        <translation>一致率随干扰强度的变化</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>End {line}</source>
        <translation>结束{line}</translation>
    </message>
    <message>
        <source>ended at step {step}</source>
        <translation>在第 {step} 步结束</translation>
    </message>
    <message>
        <source>{turn} at step {step}</source>
        <translation>第 {step} 步{turn}</translation>
    </message>
    <message>
        <source>loss {loss}, {score} in validation</source>
        <translation>验证损失 {loss}，得分 {score}</translation>
    </message>
    <message>
        <source>{way} from its start</source>
        <translation>离起点 {way}</translation>
    </message>
    <message>
        <source>{way} from its parent</source>
        <translation>与父线相距 {way}</translation>
    </message>
</context>
</TS>
