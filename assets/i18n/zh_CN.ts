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
        <translation>NeuroViz 以 MIT 许可证自由发布。它建立在 &lt;a href=&quot;https://www.qt.io/licensing&quot;&gt;Qt 与 PySide6&lt;/a&gt;（LGPL v3）、&lt;a href=&quot;https://numpy.org/doc/stable/license.html&quot;&gt;NumPy&lt;/a&gt;（BSD）和 &lt;a href=&quot;https://www.python.org/psf/license&quot;&gt;Python&lt;/a&gt;（PSF 许可证）之上。数字图片来自 MNIST，由 Yann LeCun、Corinna Cortes 和 Christopher Burges 制作。</translation>
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
        <translation>正确</translation>
    </message>
    <message>
        <source>I see a {digit}</source>
        <translation>我看到的是 {digit}</translation>
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
        <translation>各幅图片与各方的回答</translation>
    </message>
</context>
<context>
    <name>CalibrationView</name>
    <message>
        <source>as sure as right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error: nothing is judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration error (ECE) {ece}, Brier score {brier}, log loss {loss}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how sure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how often right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ECE: the distance between how sure and how often right, averaged over all answers by their bins. Brier score: squared distance of the ten probabilities from the truth, 0 to 2. Log loss: the mean of −ln of the probability of the true digit. The bars at the points are what chance leaves open (Wilson, 95 %).</source>
        <translation type="unfinished"></translation>
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
    <name>ConfusionMatrix</name>
    <message>
        <source>Nothing is judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>taken for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {n} were taken for another digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total} {what} were recognised: {share}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {total} {what} were taken for another digit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {total} pictures that were taken for {what}, {wrong} are something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No {one} was taken for {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One {one} was taken for {other}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} {ones} were taken for {others}.</source>
        <translation type="unfinished"></translation>
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
    <name>DataChoice</name>
    <message>
        <source>Pictures to be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The 10,000 test images that no net here has learnt from, or your own digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MNIST test images</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Detail</name>
    <message>
        <source>To the pad</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lay it on the drawing pad, where every layer of the net can be seen; Enter does the same</source>
        <translation type="unfinished"></translation>
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
        <translation>两位评委意见不同的测试图像</translation>
    </message>
    <message>
        <source>{k} of {n}; the arrow keys walk through them.</source>
        <translation>第 {k} 张，共 {n} 张；用方向键逐张查看。</translation>
    </message>
</context>
<context>
    <name>DigitNames</name>
    <message>
        <source>zeros</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twos</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>threes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fives</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sixes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sevens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nines</source>
        <translation type="unfinished"></translation>
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
        <translation>笔的粗细，以画板边长的百分比计</translation>
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
        <translation type="unfinished"></translation>
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
        <translation>网络照样会说出一个数字；条形图下面的量表却表明，它从没学过这样的东西</translation>
    </message>
    <message>
        <source>Neither scaled nor centred: the same net no longer knows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you have known? Press again for the next</source>
        <translation>换作你，认得出来吗？再按一次看下一张</translation>
    </message>
</context>
<context>
    <name>DigitsView</name>
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
        <translation>写到第 {k}/{n} 个笔点：{best}（{p}）；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>Not a digit? Stranger than {share} of real ones, yet the net says {best} ({p}).</source>
        <translation>不是数字？它比 {share} 的真实数字都陌生，网络却说是 {best}（{p}）。</translation>
    </message>
    <message>
        <source>Without {steps}: {best} ({p}). With every step: {whole} ({w}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A test image of a {label}, and the net is {p} sure of it; next best: {next} ({q}).</source>
        <translation>测试图片，是 {label}：网络认对了，把握 {p}；其次是 {next}（{q}）。</translation>
    </message>
    <message>
        <source>A test image of a {label}, but the net takes it for a {best} ({p}).</source>
        <translation>测试图片，是 {label}：网络却把它认成了 {best}（{p}）。</translation>
    </message>
    <message>
        <source>A digit you draw becomes 784 grey values. The net multiplies them by weights, adds them up, bends the sums, and does so again, layer by layer, until ten numbers are left: one for each digit. Nobody told it what a 3 looks like. Its weights were adjusted on 60,000 examples until its answers agreed with people&apos;s.</source>
        <translation>你写的数字先变成 784 个灰度值。网络把它们乘以权重、加起来、再把和“折弯”，一层接一层，直到只剩十个数：每个数字一个。没有人告诉它 3 长什么样：它的权重是在 60,000 个样例上一点点调整出来的，直到它的回答与人一致。</translation>
    </message>
    <message>
        <source>Watch a 3 being written, and when the net makes up its mind</source>
        <translation>看一个 3 怎样写成，网络又在何时下定决心</translation>
    </message>
    <message>
        <source>Draw something that is no digit: it answers all the same, and the meter tells</source>
        <translation>画一个不是数字的东西：它照样回答，而量表会看出来</translation>
    </message>
    <message>
        <source>Blue is below zero, orange above. Strongly coloured maps and neurons are the ones that answer; the lines are the largest products of weight and activation. Scrub the timeline back: the same net answers the unfinished digit. The meter below the bars compares what the layers make of your drawing with what they made of 4,000 digits to learn from: the hill is where real digits lie.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at a test image that the net gets wrong</source>
        <translation>看一张网络认错的测试图片</translation>
    </message>
</context>
<context>
    <name>DrawingPad</name>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
    </message>
    <message>
        <source>Empty. Draw a digit with the mouse, a pen or a finger.</source>
        <translation>画板是空的。用鼠标、笔或手指写一个数字。</translation>
    </message>
    <message>
        <source>Strokes on the pad: {count}.</source>
        <translation>画板上有 {count} 笔。</translation>
    </message>
    <message>
        <source>Draw a digit here</source>
        <translation>在这里写一个数字</translation>
    </message>
</context>
<context>
    <name>ErrorsConfig</name>
    <message>
        <source>Size of the pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How large each picture of the sheet is; Ctrl with the wheel does the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Divides what goes into the softmax: above 1 the net is less sure of everything, below 1 surer. Its answers stay the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bins</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answers are put into so many groups by how sure they were</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bins are equally</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Equally wide bins are easy to read, but nearly all answers fall into the last; equally full ones hold as many answers each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsPanel</name>
    <message>
        <source>Test image {i}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {i}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsPresets</name>
    <message>
        <source>Certain, and wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would you have known better? Sometimes the label is the doubtful part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>4s and 9s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two digits that differ by a stroke at the top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barely right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right by luck? The next best answer was almost as good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too sure: temperature ½</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not one answer changes, but the points sink below the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too modest: temperature 2½</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is right far more often than it dares to say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsView</name>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such picture.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ErrorsWords</name>
    <message>
        <source>Errors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every picture is about to be judged: 0 so far.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {k} judged so far (of {n}), {wrong} are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} are right, and the least certain of them with {p}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {n} wrong; most often {one} taken for {other} ({times} times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{wrong} of {n} wrong; {one} taken for {other}, for example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first}; when it is 99 % sure or more, it is right {share} of the time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right: {n}, the least certain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Right {what}: {n}, the least certain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{one} and {other} taken for each other: {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About {p} sure: {n} pictures, the mistakes first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong: {n}, the most certain first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which}: {label}, and the net is {p} sure of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{which}: {label}, taken for {answer} with {p}; {label} itself got {q}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A net is judged by pictures it has never seen. What it gets wrong tells more than its score: some are hopeless scrawls, some are plain to every child. The table says which digit is taken for which. The chart asks whether the net knows what it does not know: of all answers that it is 80 % sure of, are 80 % right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the mistakes it was most certain of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See the commonest mistake</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the temperature up, until it doubts everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points below the dashed line are answers that were surer than they were right. The temperature moves them, but not one answer changes: sureness and rightness are two things. Look at the most certain mistakes: in some of them the label itself is doubtful.</source>
        <translation type="unfinished"></translation>
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
        <translation>与网络的一致程度；粗线：当前玩家</translation>
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
        <source>learning by heart: {p} %</source>
        <translation>正在记忆：{p} %</translation>
    </message>
    <message>
        <source>{d} to {e} away</source>
        <translation>距离 {d} 到 {e}</translation>
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
    <name>FilterRow</name>
    <message>
        <source>Wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Barely right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures of which digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show pictures of this digit alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all mistakes again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GameChart</name>
    <message>
        <source>agreement</source>
        <translation>一致程度</translation>
    </message>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>{you} and label</source>
        <translation>{you}与标签</translation>
    </message>
    <message>
        <source>net and label</source>
        <translation>网络与标签</translation>
    </message>
    <message>
        <source>{you} and net</source>
        <translation>{you}与网络</translation>
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
        <source>The next picture comes after two seconds. Off: when you ask for it</source>
        <translation>两秒后出现下一幅。关闭：由你决定何时继续</translation>
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
        <translation>变为负片</translation>
    </message>
    <message>
        <source>blur {x} px</source>
        <translation>模糊 {x} 像素</translation>
    </message>
    <message>
        <source>noise {x} %</source>
        <translation>噪声 {x} %</translation>
    </message>
    <message>
        <source>a square of {x} px in front</source>
        <translation>{x} 像素的方块遮挡</translation>
    </message>
    <message>
        <source>{x} % static</source>
        <translation>雪花 {x} %</translation>
    </message>
    <message>
        <source>a turn of {x}°</source>
        <translation>旋转 {x}°</translation>
    </message>
    <message>
        <source>{x} % smaller</source>
        <translation>缩小 {x} %</translation>
    </message>
    <message>
        <source>{x} % of the way to the negative</source>
        <translation>向负片变化 {x} %</translation>
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
        <translation>向负片变化的程度（%）</translation>
    </message>
</context>
<context>
    <name>GamePanel</name>
    <message>
        <source>This game</source>
        <translation>本局</translation>
    </message>
    <message>
        <source>All players</source>
        <translation>全部玩家</translation>
    </message>
    <message>
        <source>Picture {k} lies on the drawing pad now.</source>
        <translation>第 {k} 幅图片已放到手写板上。</translation>
    </message>
    <message>
        <source>The game goes on against the net that it began with.</source>
        <translation>本局继续与开局时的网络对战。</translation>
    </message>
</context>
<context>
    <name>GameShowcase</name>
    <message>
        <source>Start: {n} pictures  (Enter)</source>
        <translation>开始：{n} 幅图片（回车）</translation>
    </message>
    <message>
        <source>{k} of {n}</source>
        <translation>第 {k} 幅，共 {n} 幅</translation>
    </message>
    <message>
        <source>To the outcome</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>Next picture  (Space)</source>
        <translation>下一幅（空格）</translation>
    </message>
</context>
<context>
    <name>GameWords</name>
    <message>
        <source>You and the net</source>
        <translation>人机对照</translation>
    </message>
    <message>
        <source>{n} pictures, from {low} to {high}. You say what you see, and so does the net.</source>
        <translation>共 {n} 幅图片，从{low}到{high}。你说你看到了什么，网络也说它看到了什么。</translation>
    </message>
    <message>
        <source>Picture {k} of {n}: what do you see? Press 0–9, or Space if you cannot tell.</source>
        <translation>第 {k} 幅，共 {n} 幅：你看到的是什么？按 0–9；看不出就按空格。</translation>
    </message>
    <message>
        <source>Picture {k} of {n}: you could not tell. The net&apos;s answer comes at the end.</source>
        <translation>第 {k} 幅，共 {n} 幅：你看不出。网络的回答最后公布。</translation>
    </message>
    <message>
        <source>Picture {k} of {n}: you said {said}. The net&apos;s answer comes at the end.</source>
        <translation>第 {k} 幅，共 {n} 幅：你说是 {said}。网络的回答最后公布。</translation>
    </message>
    <message>
        <source>Picture {k}, {level}: you could not tell; the net said {net} ({p}). It is a {label}.</source>
        <translation>第 {k} 幅，{level}：你看不出；网络说是 {net}（{p}）。实际是 {label}。</translation>
    </message>
    <message>
        <source>Picture {k}, {level}: you said {said}, the net {net} ({p}). It is a {label}.</source>
        <translation>第 {k} 幅，{level}：你说是 {said}，网络说是 {net}（{p}）。实际是 {label}。</translation>
    </message>
    <message>
        <source>In a person&apos;s place, {name} agrees with the net on {k} of {n}.</source>
        <translation>{name} 代替人来回答，在 {n} 幅中有 {k} 幅与网络一致。</translation>
    </message>
    <message>
        <source>You agree with the net on {k} of {n}.</source>
        <translation>你与网络在 {n} 幅中有 {k} 幅一致。</translation>
    </message>
    <message>
        <source>Up to {level} both are always right.</source>
        <translation>直到{level}，双方全都正确。</translation>
    </message>
    <message>
        <source>Of {n} it could not read, the net got {k} right, {p} sure.</source>
        <translation>它看不出的 {n} 幅中，网络答对 {k} 幅，平均把握 {p}。</translation>
    </message>
    <message>
        <source>Of {n} you could not read, it got {k} right, {p} sure.</source>
        <translation>你看不出的 {n} 幅中，网络答对 {k} 幅，平均把握 {p}。</translation>
    </message>
    <message>
        <source>0 games of this kind are kept so far: {kind}. Type a name, then play one.</source>
        <translation>“{kind}”这一类目前保存了 0 局。输入名字，然后玩一局吧。</translation>
    </message>
    <message>
        <source>{k} of {n} players counted …</source>
        <translation>已统计 {k} 位玩家，共 {n} 位 …</translation>
    </message>
    <message>
        <source>Players: {players}, games: {games}. Agreement with the label {you}, with the net {pair}.</source>
        <translation>玩家 {players} 位，游戏 {games} 局。与标签一致 {you}，与网络一致 {pair}。</translation>
    </message>
    <message>
        <source>agreement beyond chance: κ = {k}</source>
        <translation>超出偶然的一致程度：κ = {k}</translation>
    </message>
    <message>
        <source>Cohen&apos;s kappa, for you and the net: 1 is always the same answer, 0 is as often as two who answer without looking, each with their own habits. “Can&apos;t tell” counts as an answer of its own.</source>
        <translation>你与网络之间的科恩 κ 系数：1 表示回答总是相同，0 表示与两个不看图、只凭各自习惯作答的人一样。“看不出”也算一种回答。</translation>
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
        <source>The bars are 95 % intervals: twenty pictures leave much open, a whole class less. Look where the curve “net and label” leaves “you and label”, and whether “you and net” falls before both: then you err in different ways.</source>
        <translation>竖线是 95 % 置信区间：二十幅图片还说明不了太多，一个班的结果就可靠得多。看看“网络与标签”的曲线从哪里离开“你与标签”，以及“你与网络”是否比两者都先下降：那说明你们错得不一样。</translation>
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
    <name>History</name>
    <message>
        <source>drawing</source>
        <translation>绘图</translation>
    </message>
</context>
<context>
    <name>ImageSheet</name>
    <message>
        <source>Pictures: {n}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture {i} of {n}: {caption}</source>
        <translation type="unfinished"></translation>
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
        <translation>{a} 与 {b} 意见不同的测试图像：{a} 的回答 ≠ {b} 的回答</translation>
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
        <translation>4 与 9 之间：意见分裂</translation>
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
        <translation>意见不同的测试图像</translation>
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
        <source>Those that compare pixels with pixels fail first; the nets have learnt of turning</source>
        <translation>逐像素比较的评委最先出错；两个网络在训练中见过旋转</translation>
    </message>
    <message>
        <source>All of them answer; but the nearest picture is far away, and that can be measured</source>
        <translation>它们全都给出回答；但最近的图像离得很远，而这是可以量出来的</translation>
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
        <translation>上一张意见不同的图像</translation>
    </message>
    <message>
        <source>The next one on which they differ</source>
        <translation>下一张意见不同的图像</translation>
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
        <source>Linear</source>
        <translation>线性模型</translation>
    </message>
    <message>
        <source>{n} pictures</source>
        <translation>{n} 张图像</translation>
    </message>
    <message>
        <source>{n} weights</source>
        <translation>{n} 个权重</translation>
    </message>
    <message>
        <source>Remembers all 60,000 training images and lets the three nearest vote, pixel against pixel; wrong on 2.83 % of the test images</source>
        <translation>记住全部 60,000 张训练图像，逐像素比较，由最近的三张投票；在测试图像上错 2.83 %</translation>
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
        <source>Draw a digit: {n} judges answer side by side while the pen moves.</source>
        <translation>写一个数字：笔在移动时，{n} 位评委并排作答。</translation>
    </message>
    <message>
        <source>{n} judges are shown: choose at least one.</source>
        <translation>显示了 {n} 位评委：请至少选一位。</translation>
    </message>
    <message>
        <source>This test image is a {label}.</source>
        <translation>这张测试图像是 {label}。</translation>
    </message>
    <message>
        <source>They are split: {all}.</source>
        <translation>意见分裂：{all}。</translation>
    </message>
    <message>
        <source>{k} of {n} say {digit}; {others}.</source>
        <translation>{n} 位评委中有 {k} 位认为是 {digit}；{others}。</translation>
    </message>
    <message>
        <source>All {n} say {digit}; the least sure is {name} ({p}).</source>
        <translation>{n} 位评委都认为是 {digit}；把握最小的是{name}（{p}）。</translation>
    </message>
    <message>
        <source>{name} says {digit} ({p})</source>
        <translation>{name}认为是 {digit}（{p}）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>But nothing remembered is near: the nearest is {d} away, of a digit mostly less than {far}.</source>
        <translation>但记忆中没有相近的图像：最近的距离是 {d}，而数字通常不到 {far}。</translation>
    </message>
    <message>
        <source>There is more than one way to recognise a digit. One judge lays ten pictures of weights over the drawing and adds up. One has learnt no rule at all and looks for the most similar of 60,000 remembered pictures. The nets first make features of their own, layer by layer. On clear digits they agree; where they differ shows what each of them really looks at.</source>
        <translation>识别数字的办法不止一种。一位评委把十幅权重图盖在手写图上，然后加总。另一位没有学过任何规则，只在记住的 60,000 张图像里寻找最相像的。神经网络则先一层一层地造出自己的特征。数字写得清楚时它们意见一致；它们在哪里产生分歧，就显出各自真正看的是什么。</translation>
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
        <translation>看一张让其中两位意见不同的测试图像</translation>
    </message>
    <message>
        <source>Orange speaks for a digit, blue against it; the sum decides. The linear model sees single pixels, so turning a digit misleads it. The one that remembers can say how far away the nearest picture is: it has never seen anything like a house. The nets cannot say that.</source>
        <translation>橙色表示支持某个数字，蓝色表示反对；由总和决定。线性模型只看单个像素，所以数字一转它就上当。靠记忆的那位能说出最近的图像有多远：它从没见过像房子的东西。网络说不出这一点。</translation>
    </message>
</context>
<context>
    <name>Judging</name>
    <message>
        <source>Loading the pictures …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All {n} pictures are judged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {k} of {n} pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging: {k} of {n} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Keeper</name>
    <message>
        <source>What was drawn last time could not be read. It is kept as {name}.</source>
        <translation>上次的绘图无法读取，已保留为 {name}。</translation>
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
    <name>LogSheet</name>
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
    <name>MindStrip</name>
    <message>
        <source>What the net thought, over time</source>
        <translation>网络的想法如何随时间变化</translation>
    </message>
    <message>
        <source>After {k} points</source>
        <translation>写到第 {k} 个笔点</translation>
    </message>
    <message>
        <source>How the answer changed while you drew</source>
        <translation>你写的时候，回答是怎样变化的</translation>
    </message>
</context>
<context>
    <name>NetChooser</name>
    <message>
        <source>{n} weights in one step from picture to answer</source>
        <translation>{n} 个权重，从图像到回答只有一步</translation>
    </message>
    <message>
        <source>{n} weights in {k} steps from picture to answer</source>
        <translation>{n} 个权重，从图片到回答共 {k} 步</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>The net that answers, here and in every other room</source>
        <translation>负责回答的网络，在这里和其他房间都用它</translation>
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
    <name>NoveltyMeter</name>
    <message>
        <source>No scale of real digits for this net.</source>
        <translation>这个网络没有真实数字的标尺。</translation>
    </message>
    <message>
        <source>Measuring real digits: {p} …</source>
        <translation>正在衡量真实数字：{p} …</translation>
    </message>
    <message>
        <source>Nothing to measure.</source>
        <translation>还没有可衡量的内容。</translation>
    </message>
    <message>
        <source>farther than {p} of real digits</source>
        <translation>比 {p} 的真实数字更远</translation>
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
        <source>Is it a digit at all?</source>
        <translation>这到底是不是数字？</translation>
    </message>
    <message>
        <source>How far this is from what the net learnt, in all its layers. The hill shows where real digits lie; of those, 95 % are left of the dashed line.</source>
        <translation>综合所有层来看，这幅图与网络学过的有多远。山丘表示真实数字所在的位置；其中 95 % 落在虚线左边。</translation>
    </message>
</context>
<context>
    <name>PadTools</name>
    <message>
        <source>Eraser (or draw with the right button)</source>
        <translation>橡皮（或用右键画）</translation>
    </message>
    <message>
        <source>Clear the pad</source>
        <translation>清空画板</translation>
    </message>
</context>
<context>
    <name>Painted</name>
    <message>
        <source>This picture could not be drawn.</source>
        <translation>这幅图未能画出。</translation>
    </message>
</context>
<context>
    <name>PairBox</name>
    <message>
        <source>Two of them on the 10,000 test images</source>
        <translation>其中两位在 10,000 张测试图像上</translation>
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
        <source>Stop comparing</source>
        <translation>停止比较</translation>
    </message>
    <message>
        <source>Next one they differ on</source>
        <translation>下一张意见不同的</translation>
    </message>
    <message>
        <source>The test images on which these two differ, the surest answers first</source>
        <translation>这两位意见不同的测试图像，最有把握的排在前面</translation>
    </message>
    <message>
        <source>both right</source>
        <translation>都对</translation>
    </message>
    <message>
        <source>only {name} right</source>
        <translation>只有 {name} 对</translation>
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
        <translation>无法读取测试图像；原因见日志。</translation>
    </message>
    <message>
        <source>Waiting until the pictures are learnt …</source>
        <translation>等待图像记忆完成……</translation>
    </message>
    <message>
        <source>Loading the test images …</source>
        <translation>正在载入测试图像……</translation>
    </message>
    <message>
        <source>They differ on {k} of {n} images.</source>
        <translation>{n} 张图像中有 {k} 张意见不同。</translation>
    </message>
    <message>
        <source>Stopped at {p} %; they differ on {k}.</source>
        <translation>停在 {p} %；有 {k} 张意见不同。</translation>
    </message>
    <message>
        <source>Judging: {p} %; they differ on {k} so far …</source>
        <translation>正在判断：{p} %；目前有 {k} 张意见不同……</translation>
    </message>
</context>
<context>
    <name>Panel</name>
    <message>
        <source>That is not possible here; nothing was changed.</source>
        <translation>这在这里行不通；什么都没有改变。</translation>
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
        <source>A test image comes prepared: the net gets it as it is.</source>
        <translation>测试图片本来就处理好了：网络收到的就是它。</translation>
    </message>
    <message>
        <source>row {row}, column {column}: {value}</source>
        <translation>第 {row} 行第 {column} 列：{value}</translation>
    </message>
    <message>
        <source>What the net gets</source>
        <translation>网络真正收到的</translation>
    </message>
    <message>
        <source>The ink, cropped, scaled, centred by mass, and as grey levels.</source>
        <translation>墨迹经过裁剪、缩放、按重心居中，变成灰度值。</translation>
    </message>
    <message>
        <source>{step}: on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{step}: off</source>
        <translation type="unfinished"></translation>
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
    <name>PresetList</name>
    <message>
        <source>Try these</source>
        <translation>试试这些</translation>
    </message>
    <message>
        <source>Back to “{preset}”, as it was</source>
        <translation>回到“{preset}”的样子</translation>
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
        <source>{file} is damaged or cut off. If it was downloaded, try to fetch it again.</source>
        <translation>{file} 已损坏或不完整。如果是下载的，请重新下载。</translation>
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
        <source>{file} may not be read. Check its permissions.</source>
        <translation>没有读取 {file} 的权限，请检查它的权限设置。</translation>
    </message>
    <message>
        <source>{file} could not be saved: {detail}. Choose another folder, or free some space.</source>
        <translation>{file} 无法保存：{detail}。请换一个文件夹，或腾出一些空间。</translation>
    </message>
    <message>
        <source>{file} is too large: {size}, where at most {limit} will do.</source>
        <translation>{file} 太大了：{size}，最多只能是 {limit}。</translation>
    </message>
    <message>
        <source>{file} does not hold what a saved net holds.</source>
        <translation>{file} 里没有保存的网络应有的内容。</translation>
    </message>
    <message>
        <source>{file} holds numbers of a kind that is not used here ({type}). Save it as 32-bit floats.</source>
        <translation>{file} 里的数是这里不用的类型（{type}）。请存成 32 位浮点数。</translation>
    </message>
    <message>
        <source>{file} is no saved net: it has no part called {name}.</source>
        <translation>{file} 不是保存的网络：缺少名为 {name} 的部分。</translation>
    </message>
    <message>
        <source>{file} was saved by a newer NeuroViz. Nothing was opened; a newer version can read it.</source>
        <translation>{file} 由更新版本的 NeuroViz 保存。没有打开任何内容；请用新版本读取。</translation>
    </message>
    <message>
        <source>{file} holds weights that are not numbers: its training went astray before it was saved.</source>
        <translation>{file} 里有些权重不是数：保存之前训练就已经出了问题。</translation>
    </message>
    <message>
        <source>{file} holds no trained net that can be read: NeuroViz is incomplete. Fetch it again.</source>
        <translation>{file} 里没有可读的已训练网络：NeuroViz 不完整，请重新获取。</translation>
    </message>
    <message>
        <source>{file} does not fit together: its layers need {expected} weights, and it holds {found}.</source>
        <translation>{file} 前后不符：它的各层需要 {expected} 个权重，里面却有 {found} 个。</translation>
    </message>
    <message>
        <source>{file} describes layers that NeuroViz does not know or cannot join.</source>
        <translation>{file} 描述的层 NeuroViz 不认识，或无法连接起来。</translation>
    </message>
    <message>
        <source>{file} would take {size} bytes of memory, where at most {limit} will do. Choose a smaller width.</source>
        <translation>{file}需要 {size} 字节内存，上限是 {limit}。请选小一些的宽度。</translation>
    </message>
    <message>
        <source>{file} would hold {size} numbers, where at most {limit} will do as CSV. Save it as NPZ.</source>
        <translation>{file} 将包含 {size} 个数，而 CSV 最多 {limit} 个。请保存为 NPZ。</translation>
    </message>
    <message>
        <source>{file} is not a list of players and their games.</source>
        <translation>{file} 不是玩家及其游戏的名单。</translation>
    </message>
    <message>
        <source>{file} does not hold handwriting that can be read. Nothing was opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file} holds or would hold {count} digits, where at most {limit} will do.</source>
        <translation type="unfinished"></translation>
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
    <name>Recipe</name>
    <message>
        <source>cropping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scaling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>centring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished">，</translation>
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
        <translation>说明这个房间</translation>
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
        <translation>设置文件已损坏，现保留为 {name}，并使用默认设置。</translation>
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
        <source>There are no numbers to save yet.</source>
        <translation>现在还没有可保存的数据。</translation>
    </message>
    <message>
        <source>Tables (*.csv *.zip)</source>
        <translation>表格 (*.csv *.zip)</translation>
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
        <source>Drawings of lines (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
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
        <translation>清空画板</translation>
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
        <translation>说明这个房间</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>画板</translation>
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
        <translation>移动绘图</translation>
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
        <translation>保存背后的数据</translation>
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
        <translation>两个房间并排</translation>
    </message>
    <message>
        <source>this room in a window of its own</source>
        <translation>在单独窗口中打开本房间</translation>
    </message>
    <message>
        <source>menu</source>
        <translation>菜单</translation>
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
    <name>TestImages</name>
    <message>
        <source>The test images cannot be read; the log tells why.</source>
        <translation>无法读取测试图片；原因见日志。</translation>
    </message>
    <message>
        <source>Loading the test images …</source>
        <translation>正在读取测试图片…</translation>
    </message>
    <message>
        <source>Judging {n} test images: {k} so far …</source>
        <translation>正在判断 {n} 张测试图片：已完成 {k} 张…</translation>
    </message>
    <message>
        <source>Right on {share} % of {n} test images; wrong on {wrong}.</source>
        <translation>{n} 张测试图片中认对 {share}%，认错 {wrong} 张。</translation>
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
        <source>step {step}</source>
        <translation>第 {step} 步</translation>
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
        <translation>≠ 分裂</translation>
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
        <translation>两个房间并排</translation>
    </message>
    <message>
        <source>This room in a window of its own</source>
        <translation>在单独窗口中打开本房间</translation>
    </message>
    <message>
        <source>Explain this room</source>
        <translation>说明这个房间</translation>
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
    <name>_Charted</name>
    <message>
        <source>Agreement against the level of disturbance</source>
        <translation>一致程度随干扰强度的变化</translation>
    </message>
</context>
</TS>
